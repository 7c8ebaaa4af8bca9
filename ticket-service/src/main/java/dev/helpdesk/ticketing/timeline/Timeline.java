package dev.helpdesk.ticketing.timeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import dev.helpdesk.contracts.ticket.FieldChange;
import dev.helpdesk.kit.security.Actor;
import dev.helpdesk.kit.sql.Rows;
import dev.helpdesk.ticketing.space.SpaceSight;
import io.smallrye.mutiny.Multi;
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
          + " created_at, other_id) SELECT id, $1, $2, action, changes::json, comment_id, internal,"
          + " $3, other_id FROM unnest($4::uuid[], $5::text[], $6::text[], $7::uuid[],"
          + " $8::boolean[], $9::uuid[]) WITH ORDINALITY"
          + " AS e (id, action, changes, comment_id, internal, other_id, n) ORDER BY n";
  private static final String ORIGINALS =
      "SELECT o.id FROM ticket_link l JOIN ticket o ON o.id = l.to_id"
          + " WHERE l.from_id = $1 AND l.type = 'duplicates' AND o.deleted_at IS NULL"
          + " ORDER BY o.id";
  private static final String NEWEST =
      "SELECT "
          + EntryView.COLUMNS
          + " FROM "
          + EntryView.FROM
          + " WHERE e.ticket_id = $3 AND (NOT e.internal OR $4) AND "
          + EntryView.VISIBLE
          + " ORDER BY e.position DESC LIMIT "
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
                  entries.stream().map(NewEntry::internal).toArray(Boolean[]::new),
                  entries.stream().map(NewEntry::otherId).toArray(UUID[]::new)
                }))
        .chain(
            () ->
                entries.stream().anyMatch(NewEntry::resolves)
                    ? noteOnOriginals(transaction, ticketId, actorId, at)
                    : Uni.createFrom().voidItem());
  }

  /** What a resolved ticket was a duplicate of hears of it, whatever door the change came by. */
  private Uni<Void> noteOnOriginals(
      SqlClient transaction, UUID duplicate, UUID actorId, Instant at) {
    List<NewEntry> note =
        List.of(NewEntry.aboutTicket(duplicate, Action.DUPLICATE_RESOLVED, "duplicated_by"));
    return transaction
        .preparedQuery(ORIGINALS)
        .execute(Tuple.of(duplicate))
        .onItem()
        .transformToMulti(rows -> Multi.createFrom().iterable(Rows.all(rows, r -> r.getUUID(0))))
        .onItem()
        .transformToUniAndConcatenate(
            original -> append(transaction, original, actorId, at, note).replaceWith(original))
        .collect()
        .last()
        .replaceWithVoid();
  }

  /** The newest lines, oldest of them first. */
  public Uni<List<EntryView>> newest(
      SqlClient client, Actor actor, UUID ticketId, boolean internalToo) {
    return client
        .preparedQuery(NEWEST)
        .execute(Tuple.of(actor.id(), SpaceSight.seesAll(actor), ticketId, internalToo))
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
