package dev.helpdesk.kit.security;

import dev.helpdesk.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The keys as last read. An unknown key id causes a read, at most one at a time and not more often
 * than the settings say; known keys go on to hold while their source is down.
 */
@ApplicationScoped
class KeyRing {
  private static final Logger LOG = Logger.getLogger(KeyRing.class);

  private final VerificationKeys source;
  private final Duration minAge;
  private final Duration maxAge;
  private final AtomicReference<@Nullable Uni<Map<String, PublicKey>>> reading =
      new AtomicReference<>();
  private volatile Map<String, PublicKey> keys = Map.of();
  private volatile long readAt = System.nanoTime() - Duration.ofDays(1).toNanos();
  private volatile boolean failed;

  KeyRing(VerificationKeys source, SecuritySettings settings) {
    this.source = source;
    this.minAge = settings.keysMinAge();
    this.maxAge = settings.keysMaxAge();
  }

  Uni<PublicKey> find(String keyId) {
    PublicKey known = keys.get(keyId);
    if (known != null) {
      if (isOlderThan(maxAge)) {
        read().subscribe().with(fresh -> {}, failure -> {});
      }
      return Uni.createFrom().item(known);
    }
    if (!isOlderThan(minAge)) {
      return failed ? Uni.createFrom().failure(unavailable()) : Uni.createFrom().nullItem();
    }
    return read().onFailure().transform(failure -> unavailable()).map(fresh -> fresh.get(keyId));
  }

  /** Joins a read that is under way. */
  private Uni<Map<String, PublicKey>> read() {
    Uni<Map<String, PublicKey>> fresh =
        source
            .read()
            .invoke(this::remember)
            .onFailure()
            .invoke(this::complain)
            .onTermination()
            .invoke(() -> reading.set(null))
            .memoize()
            .indefinitely();
    Uni<Map<String, PublicKey>> running = reading.compareAndExchange(null, fresh);
    return running == null ? fresh : running;
  }

  private void remember(Map<String, PublicKey> fresh) {
    keys = Map.copyOf(fresh);
    failed = false;
    readAt = System.nanoTime();
  }

  private void complain(Throwable failure) {
    failed = true;
    readAt = System.nanoTime();
    LOG.warnf("Verification keys could not be read: %s", failure.toString());
  }

  private boolean isOlderThan(Duration age) {
    return System.nanoTime() - readAt > age.toNanos();
  }

  private static ProblemException unavailable() {
    return ProblemException.unavailable("Tokens cannot be verified for the moment; try again.");
  }
}
