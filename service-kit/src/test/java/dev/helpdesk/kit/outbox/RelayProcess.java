package dev.helpdesk.kit.outbox;

import io.vertx.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A relay in a process of its own, which dies without a word when it has passed a step for the n-th
 * time: {@code <postgresql url> <kafka> [<step> <n>]}.
 */
final class RelayProcess {
  private RelayProcess() {}

  public static void main(String[] arguments) {
    Vertx vertx = Vertx.vertx();
    Pool pool =
        PgBuilder.pool()
            .connectingTo(arguments[0])
            .with(new PoolOptions().setMaxSize(2))
            .using(new io.vertx.mutiny.core.Vertx(vertx))
            .build();
    Settings settings = new Settings();
    EventSender sender =
        new KafkaSender(Map.of("bootstrap.servers", arguments[1]), settings.sendTimeout());
    Consumer<RelayBatch.Step> fate =
        arguments.length == 2
            ? step -> {}
            : dieAt(RelayBatch.Step.valueOf(arguments[2]), Integer.parseInt(arguments[3]));
    new RelayLoop(vertx, new RelayBatch(pool, sender, settings.batch(), fate), settings).start();
  }

  private static Consumer<RelayBatch.Step> dieAt(RelayBatch.Step victim, int time) {
    AtomicInteger passed = new AtomicInteger();
    return step -> {
      if (step == victim && passed.incrementAndGet() == time) {
        Runtime.getRuntime().halt(137);
      }
    };
  }

  /** Small batches, so that a short test has many of them. */
  static final class Settings implements OutboxSettings {
    @Override
    public Duration poll() {
      return Duration.ofMillis(50);
    }

    @Override
    public int batch() {
      return 15;
    }

    @Override
    public Duration sendTimeout() {
      return Duration.ofSeconds(4);
    }

    @Override
    public Duration maxPause() {
      return Duration.ofSeconds(1);
    }
  }
}
