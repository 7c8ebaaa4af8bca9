package dev.helpdesk.auth.password;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.elytron.security.common.BcryptUtil;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * bcrypt on a few threads of its own. When too many wait, a request is refused at once (503) rather
 * than left to wait without end, and everything that needs no hash goes on undisturbed.
 */
@ApplicationScoped
public class PasswordHasher {
  private final int cost;
  private final ThreadPoolExecutor threads;
  private final MeterRegistry meters;
  private final String decoy;

  PasswordHasher(PasswordSettings settings, MeterRegistry meters) {
    this.cost = settings.cost();
    this.meters = meters;
    this.decoy = decoy(cost);
    int size = settings.threads().orElse(Runtime.getRuntime().availableProcessors() / 2);
    AtomicInteger number = new AtomicInteger();
    this.threads =
        new ThreadPoolExecutor(
            Math.max(1, size),
            Math.max(1, size),
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(settings.queue()),
            work -> new Thread(work, "password-" + number.incrementAndGet()));
    meters.gauge("helpdesk.password.waiting", threads.getQueue(), Collection::size);
  }

  /** A hash of nothing that takes as long to compare with as a real one: its cost stands in it. */
  private static String decoy(int cost) {
    return prefix(cost) + BcryptUtil.bcryptHash("nobody's password", 4).substring(7);
  }

  private static String prefix(int cost) {
    return "$2a$%02d$".formatted(cost);
  }

  public Uni<String> hash(String password) {
    return compute("hash", prefix(cost), () -> BcryptUtil.bcryptHash(password, cost));
  }

  /** Takes the same time where there is no hash to compare with, and is false then. */
  public Uni<Boolean> matches(String password, @Nullable String hash) {
    if (!PasswordRule.fits(password)) {
      return Uni.createFrom().item(false);
    }
    String expected = hash == null ? decoy : hash;
    return compute(
        "compare", expected, () -> BcryptUtil.matches(password, expected) && hash != null);
  }

  /** Whether the hash was made with another cost than is wanted now. */
  public boolean isOutdated(String hash) {
    return !hash.startsWith(prefix(cost));
  }

  /** Goes back to the caller's own event loop with the result. */
  private <T> Uni<T> compute(String kind, String hash, Supplier<T> work) {
    Timer timer = meters.timer("helpdesk.password", "work", kind, "cost", hash.substring(4, 6));
    Context context = Vertx.currentContext();
    Executor caller =
        context == null ? Runnable::run : task -> context.runOnContext(x -> task.run());
    return Uni.createFrom()
        .item(() -> timer.record(work))
        .runSubscriptionOn(threads)
        .emitOn(caller);
  }

  @PreDestroy
  void stop() {
    threads.shutdownNow();
  }
}
