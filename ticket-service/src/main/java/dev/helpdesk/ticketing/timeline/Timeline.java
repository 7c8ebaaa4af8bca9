package dev.helpdesk.ticketing.timeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import dev.helpdesk.contracts.ticket.FieldChange;
import dev.helpdesk.kit.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adds lines to the timeline of a ticket, whose row the transaction has locked. */
@ApplicationScoped
public class Timeline {
  private static final int SHOWN = 50;
  private static final String APPEND =
      "INSERT INTO timeline (id, ticket_id, actor_id, action, changes, comment_id, internal,"
          + " created_at) SELECT id, $1, $2, action, changes::json, comment_id, internal, $3"
          + " FROM unnest($4::uuid[], $5::text[], $6::text[], $7::uuid[], $8::boolean[])"
          + " WITH ORDINALITY AS e (id, action, changes, comment_id, internal, n) ORDER BY n";
  private static final String NEWEST =
      "SELECT "
          + EntryView.COLUMNS
          + " FROM "
          + EntryView.FROM
          + " WHERE e.ticket_id = $1 AND (NOT e.internal OR $2) ORDER BY e.position DESC LIMIT "
          + SHOWN;

  private final ObjectMapper json;

  Timeline(ObjectMapper json) {
    this.json = json;
  }

  public Uni<Void> append(
      SqlClient transaction, UUID ticketId, UUID actorId, Instant at, List<NewEntry> entries) {
    return transaction
        .preparedQuery(APPEND)
        .execute(
            Tuple.from(
                new Object[] {
                  ticketId,
                  actorId,
                  Rows.time(at),
                  entries.stream().map(e -> UuidCreator.getTimeOrderedEpoch()).toArray(UUID[]::new),
                  entries.stream().map(e -> e.action().wire()).toArray(String[]::new),
                  entries.stream().map(e -> text(e.changes())).toArray(String[]::new),
                  entries.stream().map(NewEntry::commentId).toArray(UUID[]::new),
                  entries.stream().map(NewEntry::internal).toArray(Boolean[]::new)
                }))
        .replaceWithVoid();
  }

  /** The newest lines, oldest of them first. */
  public Uni<List<EntryView>> newest(SqlClient client, UUID ticketId, boolean internalToo) {
    return client
        .preparedQuery(NEWEST)
        .execute(Tuple.of(ticketId, internalToo))
        .map(rows -> Rows.all(rows, EntryView::from))
        .invoke(Collections::reverse);
  }

  private String text(@Nullable List<FieldChange> changes) {
    try {
      return json.writeValueAsString(changes);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Changes that cannot be written", e);
    }
  }
}
