package dev.helpdesk.ticketing.ticket;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.helpdesk.contracts.ticket.TicketCreated;
import dev.helpdesk.kit.outbox.Outbox;
import dev.helpdesk.kit.security.Actor;
import dev.helpdesk.kit.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * A new ticket in one statement: its number, itself, its watchers, its first line of the timeline
 * and its event. The counter's row is locked from there to the commit and no longer, because all
 * who file tickets in the same space wait for it.
 */
@ApplicationScoped
class InsertTicket {
  private static final String INSERT =
      """
      WITH counter AS (
        UPDATE space_counter c
           SET last_number = last_number + 1, by_status[1] = by_status[1] + 1
          FROM space s
         WHERE c.space_id = $2 AND s.id = c.space_id AND s.deleted_at IS NULL
           AND c.sla_version = $26
        RETURNING c.last_number AS number
      ), filed AS (
        INSERT INTO ticket (id, space_id, space_key, number, title, description, status, priority,
          severity, category, tags, requester_id, assignee_id, due_date, sla_minutes, sla_due_at,
          version, created_at, updated_at, sla_soon_at, sla_late_at, sla_next_at, sla_version)
        SELECT $1, $2, $3, number, $4, $5, 1, $6, $7, $8, $9, $10, $11, $12, $13, $14, 0, $15, $15, $25,
          $14, $27, $26
          FROM counter
      ), watching AS (
        INSERT INTO watcher (ticket_id, user_id, since)
        SELECT $1, w, $15 FROM counter, unnest($16::uuid[]) w
      ), entry AS (
        INSERT INTO timeline (id, ticket_id, actor_id, action, changes, internal, created_at)
        SELECT $17, $1, $18, 'created', '[]', false, $15 FROM counter
      ), event AS (
        INSERT INTO outbox (id, topic, key, payload, traceparent)
        SELECT $19, $20, $21, replace($22, $23, number::text), $24 FROM counter
      )
      SELECT number FROM counter""";

  private final Outbox outbox;

  InsertTicket(Outbox outbox) {
    this.outbox = outbox;
  }

  /**
   * Answers the number that the ticket got; a space that was just deleted or that has another
   * policy gives none.
   */
  Uni<Integer> insert(
      SqlClient client, Actor actor, Ticket ticket, List<UUID> staff, List<UUID> mentioned) {
    // The event is written before its number is known, with a mark that nobody could have guessed.
    String mark = UUID.randomUUID().toString();
    Set<UUID> watchers = watchers(ticket, mentioned);
    // Who has no address is nobody whom another service could know.
    TicketCreated event =
        new TicketCreated(
            TicketFacts.of(ticket, ticket.identity.spaceKey() + "-" + mark),
            ticket.requester.email().isEmpty() ? null : actor.id(),
            ticket.description,
            List.copyOf(watchers),
            staff,
            mentioned);
    Outbox.Entry entry = outbox.prepare(ticket.id().toString(), event);
    return client
        .preparedQuery(INSERT)
        .execute(values(actor, ticket, watchers, entry, mark))
        .map(rows -> Rows.first(rows, row -> row.getInteger(0)))
        .onItem()
        .ifNull()
        .failWith(OutdatedPolicyException::new);
  }

  private static Set<UUID> watchers(Ticket ticket, List<UUID> mentioned) {
    Set<UUID> watchers = new TreeSet<>(mentioned);
    watchers.add(ticket.requester.id());
    if (ticket.assignee != null) {
      watchers.add(ticket.assignee.id());
    }
    return watchers;
  }

  private static Tuple values(
      Actor actor, Ticket ticket, Set<UUID> watchers, Outbox.Entry event, String mark) {
    return Tuple.from(
        new Object[] {
          ticket.id(),
          ticket.identity.spaceId(),
          ticket.identity.spaceKey(),
          ticket.title,
          ticket.description,
          ticket.priority.rank(),
          ticket.severity.rank(),
          ticket.category,
          ticket.tags.toArray(String[]::new),
          ticket.requester.id(),
          ticket.assignee == null ? null : ticket.assignee.id(),
          ticket.dueDate,
          ticket.slaMinutes,
          Rows.time(ticket.deadline.dueAt()),
          Rows.time(ticket.createdAt),
          watchers.toArray(UUID[]::new),
          UuidCreator.getTimeOrderedEpoch(),
          actor.id(),
          event.id(),
          event.topic(),
          event.key(),
          event.payload(),
          mark,
          event.traceparent(),
          Rows.timeOrNull(ticket.deadline.soonAt()),
          ticket.slaVersion,
          Rows.timeOrNull(ticket.deadline.alarmAt())
        });
  }
}
