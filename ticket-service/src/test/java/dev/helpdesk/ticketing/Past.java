package dev.helpdesk.ticketing;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;

/** Lets a ticket be as if all that it went through had happened earlier. */
public final class Past {
  private Past() {}

  private static final String NOTICES =
      "UPDATE sla_notice n SET due_at = n.due_at - $2 * interval '1 millisecond' FROM ticket t"
          + " WHERE t.id = n.ticket_id AND t.space_key || '-' || t.number = $1";

  public static void move(Pool pool, String ticket, Duration by) {
    pool.preparedQuery(NOTICES)
        .execute(Tuple.of(ticket, (double) by.toMillis()))
        .await()
        .indefinitely();
    pool.preparedQuery(
            "UPDATE ticket SET created_at = created_at - b, updated_at = updated_at - b,"
                + " resolved_at = resolved_at - b, closed_at = closed_at - b,"
                + " sla_due_at = sla_due_at - b, sla_soon_at = sla_soon_at - b,"
                + " sla_late_at = sla_late_at - b, sla_next_at = sla_next_at - b,"
                + " first_response_at = first_response_at - b,"
                + " sla_waits = ARRAY(SELECT w - b FROM unnest(sla_waits)"
                + " WITH ORDINALITY x (w, n) ORDER BY n)"
                + " FROM (SELECT $2 * interval '1 millisecond' AS b) ago"
                + " WHERE space_key || '-' || number = $1")
        .execute(Tuple.of(ticket, (double) by.toMillis()))
        .await()
        .indefinitely();
  }
}
