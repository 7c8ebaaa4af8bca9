package dev.helpdesk.auth.operation;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Deletes what is past its time; bounded, so that no sweep holds a lock for long. */
@ApplicationScoped
class SweepIdentities {
  private static final List<String> SWEEPS =
      List.of(
          // A day longer than a code holds: the limit of codes a day counts in these rows.
          "DELETE FROM otp WHERE (email, purpose) IN (SELECT email, purpose FROM otp"
              + " WHERE expires_at < now() - interval '1 day' LIMIT 5000)",
          "DELETE FROM sign_in_failure WHERE (login, address) IN (SELECT login, address"
              + " FROM sign_in_failure WHERE last_at < now() - interval '1 day' LIMIT 5000)",
          "DELETE FROM refresh_token WHERE hash IN (SELECT hash FROM refresh_token"
              + " WHERE expires_at < now() - interval '1 day' LIMIT 5000)",
          "DELETE FROM session WHERE id IN (SELECT id FROM session"
              + " WHERE expires_at < now() - interval '1 day' LIMIT 1000)",
          "DELETE FROM access_token WHERE id IN (SELECT id FROM access_token"
              + " WHERE expires_at < now() - interval '30 days' LIMIT 1000)",
          // Two younger keys have signed for a day: nothing that this one signed still holds.
          "DELETE FROM signing_key AS k WHERE (SELECT count(*) FROM signing_key AS younger"
              + " WHERE younger.signs_from > k.signs_from"
              + " AND younger.signs_from < now() - interval '1 day') >= 2");

  private final Pool pool;

  SweepIdentities(Pool pool) {
    this.pool = pool;
  }

  @Scheduled(
      every = "10m",
      delayed = "2m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> sweep() {
    return Multi.createFrom()
        .iterable(SWEEPS)
        .onItem()
        .transformToUniAndConcatenate(sql -> pool.query(sql).execute())
        .collect()
        .last()
        .replaceWithVoid();
  }
}
