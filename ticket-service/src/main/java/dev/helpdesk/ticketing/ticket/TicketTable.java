package dev.helpdesk.ticketing.ticket;

import dev.helpdesk.kit.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.UUID;

/** Writes what changes of a ticket that the transaction has locked. */
@ApplicationScoped
public class TicketTable {
  private static final String UPDATE =
      "UPDATE ticket SET title = $2, description = $3, status = $4, priority = $5, severity = $6,"
          + " category = $7, tags = $8, assignee_id = $9, due_date = $10, sla_minutes = $11,"
          + " sla_due_at = $12, public_comments = $13, internal_comments = $14, version = $15,"
          + " updated_at = $16, resolved_at = $17, closed_at = $18, deleted_at = $19,"
          + " sla_soon_at = $20, sla_late_at = $21, sla_waits = $22, sla_version = $23,"
          + " first_response_at = $24, sla_next_at = CASE WHEN $25 THEN $26 ELSE sla_next_at END"
          + " WHERE id = $1";
  private static final String WATCH =
      "INSERT INTO watcher (ticket_id, user_id, since) SELECT $1, u, $3 FROM unnest($2::uuid[]) u"
          + " ON CONFLICT DO NOTHING";
  private static final String MOVE =
      "UPDATE space_counter SET by_status[$2] = by_status[$2] - 1,"
          + " by_status[$3] = by_status[$3] + 1 WHERE space_id = $1 AND sla_version = $4";
  private static final String COUNT =
      "UPDATE space_counter SET by_status[$2] = by_status[$2] + $3 WHERE space_id = $1";

  Uni<Void> update(SqlClient transaction, Ticket ticket) {
    return transaction
        .preparedQuery(UPDATE)
        .execute(
            Tuple.from(
                new Object[] {
                  ticket.id(),
                  ticket.title,
                  ticket.description,
                  ticket.status.rank(),
                  ticket.priority.rank(),
                  ticket.severity.rank(),
                  ticket.category,
                  ticket.tags.toArray(String[]::new),
                  ticket.assignee == null ? null : ticket.assignee.id(),
                  ticket.dueDate,
                  ticket.slaMinutes,
                  Rows.time(ticket.deadline.dueAt()),
                  ticket.publicComments,
                  ticket.internalComments,
                  ticket.version,
                  Rows.time(ticket.updatedAt),
                  Rows.timeOrNull(ticket.resolvedAt),
                  Rows.timeOrNull(ticket.closedAt),
                  Rows.timeOrNull(ticket.deletedAt),
                  Rows.timeOrNull(ticket.deadline.soonAt()),
                  Rows.timeOrNull(ticket.deadline.lateAt()),
                  ticket.course.waits().stream().map(Rows::time).toArray(OffsetDateTime[]::new),
                  ticket.slaVersion,
                  Rows.timeOrNull(ticket.firstResponseAt),
                  ticket.needsDeadline(),
                  Rows.timeOrNull(ticket.deadline.alarmAt())
                }))
        .replaceWithVoid();
  }

  public Uni<Void> watch(
      SqlClient transaction, UUID ticketId, Collection<UUID> people, Instant now) {
    return people.isEmpty()
        ? Uni.createFrom().voidItem()
        : transaction
            .preparedQuery(WATCH)
            .execute(Tuple.of(ticketId, people.toArray(UUID[]::new), Rows.time(now)))
            .replaceWithVoid();
  }

  /** Keeps the space's counters; the last step, because all of the space wait for that row. */
  Uni<Void> recount(SqlClient transaction, Ticket ticket, Status before, boolean wasDeleted) {
    UUID space = ticket.identity.spaceId();
    boolean isDeleted = ticket.deletedAt != null;
    int from = before.rank();
    int to = ticket.status.rank();
    if (wasDeleted != isDeleted) {
      return run(transaction, COUNT, Tuple.of(space, to, isDeleted ? -1 : 1));
    }
    return from == to
        ? Uni.createFrom().voidItem()
        : move(transaction, Tuple.of(space, from, to, ticket.slaVersion));
  }

  /**
   * A ticket that is opened again while its space's policy changes would be missed by those who
   * reckon the open ones anew; the counter, whose row a change of the policy holds, tells.
   */
  private static Uni<Void> move(SqlClient transaction, Tuple values) {
    return transaction
        .preparedQuery(MOVE)
        .execute(values)
        .invoke(
            done -> {
              if (done.rowCount() == 0) {
                throw new OutdatedPolicyException();
              }
            })
        .replaceWithVoid();
  }

  private static Uni<Void> run(SqlClient transaction, String sql, Tuple values) {
    return transaction.preparedQuery(sql).execute(values).replaceWithVoid();
  }
}
