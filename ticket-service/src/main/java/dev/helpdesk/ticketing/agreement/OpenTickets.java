package dev.helpdesk.ticketing.agreement;

import dev.helpdesk.kit.sql.Rows;
import dev.helpdesk.ticketing.sla.Course;
import dev.helpdesk.ticketing.sla.Deadline;
import dev.helpdesk.ticketing.sla.SlaPolicy.Facts;
import dev.helpdesk.ticketing.ticket.Level;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The open tickets of a space, as far as their deadlines need, in the order of their numbers. */
@ApplicationScoped
class OpenTickets {
  private static final String READ =
      "SELECT t.id, t.number, t.title, t.priority, t.sla_minutes, t.created_at, t.sla_waits,"
          + " t.first_response_at, t.sla_due_at, t.sla_late_at FROM ticket t"
          + " WHERE t.space_key = $1 AND t.number > $2 AND t.status < 4";
  private static final String PRESENT = READ + " AND t.deleted_at IS NULL";
  private static final String ORDER = " ORDER BY t.number LIMIT $3";
  private static final String LOCK = " FOR UPDATE";
  // What was told already is not told again, whenever it is looked at next.
  private static final String UPDATE =
      "UPDATE ticket t SET sla_due_at = n.due_at, sla_soon_at = n.soon_at, sla_late_at = n.late_at,"
          + " sla_next_at = n.next_at, sla_version = $6 FROM unnest($1::uuid[], $2::timestamptz[],"
          + " $3::timestamptz[], $4::timestamptz[], $5::timestamptz[])"
          + " AS n (id, due_at, soon_at, late_at, next_at) WHERE t.id = n.id";

  /** An open ticket; a deleted one can come back and is reckoned along. */
  record OpenTicket(
      UUID id,
      int number,
      String title,
      Level priority,
      Facts facts,
      Instant dueAt,
      @Nullable Instant lateAt) {}

  /** A ticket and the deadline that it is to have. */
  record Reckoned(UUID id, Deadline deadline) {}

  Uni<List<OpenTicket>> after(SqlClient client, String spaceKey, int number, int most) {
    return read(client, PRESENT + ORDER, spaceKey, number, most);
  }

  /** Deleted ones too; nobody else changes them until the commit. */
  Uni<List<OpenTicket>> lockAfter(
      SqlConnection transaction, String spaceKey, int number, int most) {
    return read(transaction, READ + ORDER + LOCK, spaceKey, number, most);
  }

  private static Uni<List<OpenTicket>> read(
      SqlClient client, String sql, String spaceKey, int number, int most) {
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(spaceKey, number, most))
        .map(rows -> Rows.all(rows, OpenTickets::ticket));
  }

  private static OpenTicket ticket(Row row) {
    List<Instant> waits =
        Arrays.stream(row.getArrayOfOffsetDateTimes("sla_waits"))
            .map(OffsetDateTime::toInstant)
            .toList();
    int rank = row.getShort("priority");
    Facts facts =
        new Facts(
            new Course(Rows.instant(row, "created_at"), waits),
            rank,
            row.getInteger("sla_minutes"),
            null,
            Rows.findInstant(row, "first_response_at"));
    return new OpenTicket(
        row.getUUID("id"),
        row.getInteger("number"),
        row.getString("title"),
        Level.ranked(rank),
        facts,
        Rows.instant(row, "sla_due_at"),
        Rows.findInstant(row, "sla_late_at"));
  }

  Uni<Void> update(SqlConnection transaction, List<Reckoned> tickets, int version) {
    return tickets.isEmpty()
        ? Uni.createFrom().voidItem()
        : transaction
            .preparedQuery(UPDATE)
            .execute(
                Tuple.of(
                    tickets.stream().map(Reckoned::id).toArray(UUID[]::new),
                    times(tickets, Deadline::dueAt),
                    times(tickets, Deadline::soonAt),
                    times(tickets, Deadline::lateAt),
                    times(tickets, Deadline::alarmAt),
                    version))
            .replaceWithVoid();
  }

  private static @Nullable OffsetDateTime[] times(
      List<Reckoned> tickets, Function<Deadline, @Nullable Instant> time) {
    return tickets.stream()
        .map(ticket -> Rows.timeOrNull(time.apply(ticket.deadline())))
        .toArray(OffsetDateTime[]::new);
  }
}
