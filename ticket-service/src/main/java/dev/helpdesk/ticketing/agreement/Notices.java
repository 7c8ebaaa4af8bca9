package dev.helpdesk.ticketing.agreement;

import dev.helpdesk.kit.sql.Rows;
import dev.helpdesk.ticketing.sla.Alarm;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What was told of deadlines: each alarm of a ticket's deadline once, for ever. */
@ApplicationScoped
class Notices {
  private static final String RECORD =
      "INSERT INTO sla_notice (ticket_id, promise, due_at, kind, told_at)"
          + " SELECT n.ticket_id, n.promise, n.due_at, n.kind, $5"
          + " FROM unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::text[])"
          + " AS n (ticket_id, promise, due_at, kind) ON CONFLICT DO NOTHING"
          + " RETURNING ticket_id, promise, due_at, kind";

  /** An alarm of a ticket. */
  record Notice(UUID ticketId, Alarm.Promise promise, Instant dueAt, Alarm.Kind kind) {
    static Notice of(UUID ticketId, Alarm alarm) {
      return new Notice(ticketId, alarm.promise(), alarm.dueAt(), alarm.kind());
    }
  }

  /** Answers those that had not been told before. */
  Uni<Set<Notice>> record(SqlConnection transaction, List<Notice> notices, Instant now) {
    return notices.isEmpty()
        ? Uni.createFrom().item(Set.of())
        : transaction
            .preparedQuery(RECORD)
            .execute(
                Tuple.of(
                    notices.stream().map(Notice::ticketId).toArray(UUID[]::new),
                    notices.stream().map(n -> n.promise().wire()).toArray(String[]::new),
                    notices.stream().map(n -> Rows.time(n.dueAt())).toArray(OffsetDateTime[]::new),
                    notices.stream().map(n -> n.kind().wire()).toArray(String[]::new),
                    Rows.time(now)))
            .map(rows -> Rows.all(rows, Notices::notice).stream().collect(Collectors.toSet()));
  }

  private static Notice notice(Row row) {
    return new Notice(
        row.getUUID(0),
        Alarm.Promise.valueOf(row.getString(1).toUpperCase(Locale.ROOT)),
        row.getOffsetDateTime(2).toInstant(),
        Alarm.Kind.valueOf(row.getString(3).toUpperCase(Locale.ROOT)));
  }
}
