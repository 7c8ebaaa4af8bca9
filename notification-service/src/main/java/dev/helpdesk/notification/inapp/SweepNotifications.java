package dev.helpdesk.notification.inapp;

import dev.helpdesk.notification.preference.NotificationSettings;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** Forgets notifications after their time; bounded, so that no sweep holds a lock for long. */
@ApplicationScoped
class SweepNotifications {
  private static final String SWEEP =
      "DELETE FROM notification WHERE id IN (SELECT id FROM notification"
          + " WHERE created_at < now() - $1 * interval '1 second' ORDER BY created_at LIMIT 5000)";

  private final Pool pool;
  private final double keep;

  SweepNotifications(Pool pool, NotificationSettings settings) {
    this.pool = pool;
    this.keep = settings.keep().toSeconds();
  }

  @Scheduled(
      every = "10m",
      delayed = "3m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> sweep() {
    return pool.preparedQuery(SWEEP).execute(Tuple.of(keep)).replaceWithVoid();
  }
}
