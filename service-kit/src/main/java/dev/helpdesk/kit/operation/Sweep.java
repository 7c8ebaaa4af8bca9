package dev.helpdesk.kit.operation;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;

/** Deletes what is past its time; bounded, so that no sweep holds a lock for long. */
@ApplicationScoped
class Sweep {
  private static final String IDEMPOTENCY =
      "DELETE FROM idempotency WHERE scope IN (SELECT scope FROM idempotency"
          + " WHERE created_at < now() - interval '24 hours' LIMIT 5000)";
  // Longer than any topic keeps an event, so that no redelivery finds its record gone.
  private static final String INBOX =
      "DELETE FROM inbox WHERE (consumer, event_id) IN (SELECT consumer, event_id FROM inbox"
          + " WHERE received_at < now() - interval '30 days' LIMIT 5000)";
  private static final String LIMITS =
      "DELETE FROM rate_limit WHERE changed_at < now() - interval '1 day'";

  private final Pool pool;

  Sweep(Pool pool) {
    this.pool = pool;
  }

  @Scheduled(
      every = "10m",
      delayed = "1m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> sweep() {
    return pool.query(IDEMPOTENCY)
        .execute()
        .chain(() -> pool.query(INBOX).execute())
        .chain(() -> pool.query(LIMITS).execute())
        .replaceWithVoid();
  }
}
