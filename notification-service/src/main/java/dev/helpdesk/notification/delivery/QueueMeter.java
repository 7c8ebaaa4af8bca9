package dev.helpdesk.notification.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/** How many mails wait, how long the oldest due one has, how many domains do not take any. */
@ApplicationScoped
class QueueMeter {
  private static final String DEPTH =
      "SELECT count(*) FILTER (WHERE lane = 0), count(*) FILTER (WHERE lane = 1),"
          + " coalesce(extract(epoch FROM now() - min(next_try_at)), 0)::bigint,"
          + " (SELECT count(*) FROM mail_domain) FROM delivery WHERE status = 'pending'";

  private final Pool pool;
  private final AtomicLong urgent;
  private final AtomicLong ordinary;
  private final AtomicLong late;
  private final AtomicLong domains;

  QueueMeter(Pool pool, MeterRegistry meters) {
    this.pool = pool;
    this.urgent = meters.gauge("helpdesk.mail.waiting.urgent", new AtomicLong());
    this.ordinary = meters.gauge("helpdesk.mail.waiting.ordinary", new AtomicLong());
    this.late = meters.gauge("helpdesk.mail.late.seconds", new AtomicLong());
    this.domains = meters.gauge("helpdesk.mail.failing.domains", new AtomicLong());
  }

  @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> measure() {
    return pool.query(DEPTH)
        .execute()
        .map(rows -> rows.iterator().next())
        .invoke(this::set)
        .onFailure()
        .recoverWithNull()
        .replaceWithVoid();
  }

  private void set(Row row) {
    urgent.set(row.getLong(0));
    ordinary.set(row.getLong(1));
    late.set(Math.max(0, row.getLong(2)));
    domains.set(row.getLong(3));
  }
}
