package dev.helpdesk.kit.sample;

import dev.helpdesk.kit.web.Versioned;
import io.vertx.mutiny.sqlclient.Row;
import java.util.UUID;

record ThingView(UUID id, String name, int rank, int version) implements Versioned {
  static ThingView from(Thing thing) {
    return new ThingView(thing.id, thing.name, thing.rank, thing.version);
  }

  static ThingView from(Row row) {
    return new ThingView(
        row.getUUID("id"),
        row.getString("name"),
        row.getInteger("rank"),
        row.getInteger("version"));
  }
}
