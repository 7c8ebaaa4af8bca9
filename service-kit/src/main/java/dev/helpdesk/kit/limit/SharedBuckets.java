package dev.helpdesk.kit.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Buckets that all replicas count into, kept in PostgreSQL. An empty bucket is remembered here
 * until its refill, so that a flood costs no query.
 */
@ApplicationScoped
class SharedBuckets {
  private final DatabaseBuckets store;
  private final Cache<String, Exhausted> exhausted =
      Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(Duration.ofHours(1)).build();

  private record Exhausted(ConsumptionProbe probe, long since) {
    /** The same refusal, nearer to the refill; null once it is due. */
    ConsumptionProbe now() {
      long passed = System.nanoTime() - since;
      return ConsumptionProbe.rejected(
          0,
          Math.max(0, probe.getNanosToWaitForRefill() - passed),
          Math.max(0, probe.getNanosToWaitForReset() - passed));
    }
  }

  SharedBuckets(Pool pool) {
    this.store = new DatabaseBuckets(pool);
  }

  Uni<ConsumptionProbe> take(String key, BucketConfiguration limit) {
    Exhausted known = exhausted.getIfPresent(key);
    if (known != null && known.now().getNanosToWaitForRefill() > 0) {
      return Uni.createFrom().item(known.now());
    }
    // A changed limit begins a new bucket rather than going on with the old configuration.
    String versioned = key + ":" + limit.hashCode();
    return Uni.createFrom()
        .completionStage(
            () ->
                store
                    .asAsync()
                    .getProxy(versioned, () -> CompletableFuture.completedFuture(limit))
                    .tryConsumeAndReturnRemaining(1))
        .invoke(probe -> remember(key, probe));
  }

  private void remember(String key, ConsumptionProbe probe) {
    if (probe.isConsumed()) {
      exhausted.invalidate(key);
    } else {
      exhausted.put(key, new Exhausted(probe, System.nanoTime()));
    }
  }
}
