package dev.helpdesk.notification.delivery;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Forgets finished deliveries after their time; bounded, so that no sweep holds a lock for long.
 */
@ApplicationScoped
class SweepDeliveries {
  private static final String SWEEP =
      "DELETE FROM delivery WHERE id IN (SELECT id FROM delivery WHERE status <> 'pending'"
          + " AND created_at < now() - $1 * interval '1 second' ORDER BY created_at LIMIT 5000)";

  private final Pool pool;
  private final double keep;

  SweepDeliveries(Pool pool, DeliverySettings settings) {
    this.pool = pool;
    this.keep = settings.keep().toSeconds();
  }

  @Scheduled(
      every = "10m",
      delayed = "2m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> sweep() {
    return pool.preparedQuery(SWEEP).execute(Tuple.of(keep)).replaceWithVoid();
  }
}
