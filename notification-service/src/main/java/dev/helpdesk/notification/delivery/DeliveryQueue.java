package dev.helpdesk.notification.delivery;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The queue's states, each change one statement; any number of processes may work on it. */
@ApplicationScoped
class DeliveryQueue {
  private static final String CLAIM =
      "UPDATE delivery d SET attempts = attempts + 1,"
          + " claimed_until = now() + $3 * interval '1 second'"
          + " WHERE id IN (SELECT id FROM delivery WHERE status = 'pending' AND lane = $1"
          + " AND next_try_at <= now() AND (claimed_until IS NULL OR claimed_until < now())"
          + " ORDER BY next_try_at LIMIT $2 FOR UPDATE SKIP LOCKED) RETURNING "
          + DueDelivery.COLUMNS;
  private static final String SENT =
      "UPDATE delivery SET status = 'sent', sent_at = now(), claimed_until = NULL,"
          + " last_answer = $2, text_body = NULL, html_body = NULL WHERE id = $1";
  private static final String LATER =
      "UPDATE delivery SET next_try_at = $3, claimed_until = NULL, last_answer = $2 WHERE id = $1";
  private static final String PARKED =
      "UPDATE delivery SET status = 'parked', claimed_until = NULL, last_answer = $2,"
          + " text_body = CASE WHEN lane = 0 THEN NULL ELSE text_body END,"
          + " html_body = CASE WHEN lane = 0 THEN NULL ELSE html_body END WHERE id = $1";
  private static final int LONGEST_ANSWER = 500;

  private final Pool pool;
  private final Duration claim;

  DeliveryQueue(Pool pool, DeliverySettings settings) {
    this.pool = pool;
    this.claim = settings.claim();
  }

  /** The oldest due ones of a lane, ours until the claim ends. */
  Uni<List<DueDelivery>> claim(Lane lane, int most) {
    return pool.preparedQuery(CLAIM)
        .execute(Tuple.of((short) lane.ordinal(), most, (double) claim.toSeconds()))
        .map(
            rows -> {
              List<DueDelivery> due = new ArrayList<>(rows.rowCount());
              rows.forEach(row -> due.add(DueDelivery.from(row)));
              return due;
            });
  }

  Uni<Void> sent(UUID id, String answer) {
    return pool.preparedQuery(SENT).execute(Tuple.of(id, cut(answer))).replaceWithVoid();
  }

  Uni<Void> later(UUID id, String answer, Instant nextTry) {
    OffsetDateTime at = nextTry.atOffset(ZoneOffset.UTC);
    return pool.preparedQuery(LATER).execute(Tuple.of(id, cut(answer), at)).replaceWithVoid();
  }

  Uni<Void> parked(UUID id, String answer) {
    return pool.preparedQuery(PARKED).execute(Tuple.of(id, cut(answer))).replaceWithVoid();
  }

  private static String cut(String answer) {
    return answer.length() > LONGEST_ANSWER ? answer.substring(0, LONGEST_ANSWER) : answer;
  }
}
