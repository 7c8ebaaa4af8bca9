package dev.helpdesk.ticketing.space;

import dev.helpdesk.kit.web.Versioned;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A space as callers see it. */
@Schema(name = "Space")
record SpaceView(
    UUID id,
    String name,
    String description,
    @Schema(examples = "SA") String spaceKey,
    Visibility visibility,
    boolean publicIntake,
    UUID ownerId,
    int version,
    Instant createdAt,
    Instant updatedAt)
    implements Versioned {

  static final String COLUMNS =
      "id, name, description, space_key, visibility, public_intake, owner_id, version, created_at,"
          + " updated_at";

  static SpaceView from(Space space) {
    return new SpaceView(
        space.id,
        space.name,
        space.description,
        space.key,
        space.visibility,
        space.publicIntake,
        space.ownerId,
        space.version,
        space.createdAt,
        space.updatedAt);
  }

  static SpaceView from(Row row) {
    return new SpaceView(
        row.getUUID("id"),
        row.getString("name"),
        row.getString("description"),
        row.getString("space_key"),
        Visibility.valueOf(row.getString("visibility").toUpperCase(Locale.ROOT)),
        row.getBoolean("public_intake"),
        row.getUUID("owner_id"),
        row.getInteger("version"),
        row.getOffsetDateTime("created_at").toInstant(),
        row.getOffsetDateTime("updated_at").toInstant());
  }
}
