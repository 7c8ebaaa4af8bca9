package dev.helpdesk.kit.operation;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/** How many events wait for the broker and how long the oldest has. */
@ApplicationScoped
class OutboxMeter {
  private static final String LAG =
      "SELECT count(*), coalesce(extract(epoch FROM now() - min(created_at)), 0)::bigint FROM outbox";

  private final Pool pool;
  private final AtomicLong waiting;
  private final AtomicLong oldestSeconds;

  OutboxMeter(Pool pool, MeterRegistry meters) {
    this.pool = pool;
    this.waiting = meters.gauge("helpdesk.outbox.waiting", new AtomicLong());
    this.oldestSeconds = meters.gauge("helpdesk.outbox.oldest.seconds", new AtomicLong());
  }

  @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> measure() {
    return pool.query(LAG)
        .execute()
        .map(rows -> rows.iterator().next())
        .invoke(this::set)
        .onFailure()
        .recoverWithNull()
        .replaceWithVoid();
  }

  private void set(Row row) {
    waiting.set(row.getLong(0));
    oldestSeconds.set(row.getLong(1));
  }
}
