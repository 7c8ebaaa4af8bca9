package dev.helpdesk.notification.delivery;

import dev.helpdesk.notification.mail.ComposeMail;
import dev.helpdesk.notification.mail.TestMail;
import dev.helpdesk.test.FreshDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The sender of one replica, as the service builds it, on a database and a server of a test. */
final class Sender implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Vertx vertx = Vertx.vertx();
  private final Pool pool;
  private final SendPendingMail sending;
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

  Sender(String database, int smtpPort, ComposeMail compose, QueueFactory queues) {
    this.pool =
        PgBuilder.pool()
            .connectingTo(database)
            .with(new PoolOptions().setMaxSize(8))
            .using(vertx)
            .build();
    DeliverySettings settings = new TestSettings();
    DeliveryQueue queue = queues.create(pool, settings);
    SendMail mail =
        new SendMail(
            queue,
            compose,
            TestMail.smtp(vertx, smtpPort, PATIENCE),
            new Pauses(settings),
            new SimpleMeterRegistry(),
            OpenTelemetry.noop().getTracer("test"));
    this.sending = new SendPendingMail(queue, mail, settings);
    clock.scheduleWithFixedDelay(this::look, 0, 50, TimeUnit.MILLISECONDS);
  }

  static Sender on(FreshDatabase database, RudeSmtp smtp, ComposeMail compose) {
    return new Sender(address(database), smtp.port(), compose, DeliveryQueue::new);
  }

  static String address(FreshDatabase database) {
    return database
        .reactiveUrl()
        .replace("//", "//" + database.user() + ":" + database.password() + "@");
  }

  /** Makes the queue of a sender, for a test to look into its steps. */
  interface QueueFactory {
    DeliveryQueue create(Pool pool, DeliverySettings settings);
  }

  private void look() {
    sending.look();
    sending.parkPastTime().subscribe().with(done -> {}, failure -> {});
  }

  @Override
  public void close() {
    clock.shutdownNow();
    pool.closeAndAwait();
    vertx.closeAndAwait();
  }
}
