package dev.helpdesk.kit.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.helpdesk.kit.problem.CommonError;
import dev.helpdesk.kit.problem.ProblemException;
import dev.helpdesk.kit.security.Who;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Counts requests and tells the caller where they stand. */
@ApplicationScoped
public class RateLimits {
  private final boolean enabled;
  private final SharedBuckets shared;
  private final long publicRequests;
  private final BucketConfiguration publicLimit;
  private final long userRequests;
  private final Bandwidth userLimit;
  private final Cache<String, Bucket> users;

  RateLimits(LimitSettings settings, SharedBuckets shared) {
    this.enabled = settings.enabled();
    this.shared = shared;
    this.publicRequests = settings.anonymous().requests();
    this.publicLimit =
        BucketConfiguration.builder()
            .addLimit(window(publicRequests, settings.anonymous().window()))
            .build();
    this.userRequests = settings.user().requests();
    this.userLimit = window(userRequests, settings.user().window());
    this.users =
        Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(settings.user().window())
            .build();
  }

  private static Bandwidth window(long requests, Duration window) {
    return Bandwidth.builder().capacity(requests).refillIntervally(requests, window).build();
  }

  public Uni<Void> count(Who who, String callerKey, String address, RoutingContext context) {
    if (!enabled || who == Who.PROBE) {
      return Uni.createFrom().voidItem();
    }
    if (who == Who.ANYONE) {
      return shared
          .take("public:" + address, publicLimit)
          .invoke(probe -> judge(probe, publicRequests, context))
          .replaceWithVoid();
    }
    Bucket bucket = users.get(who + callerKey, key -> Bucket.builder().addLimit(userLimit).build());
    return Uni.createFrom()
        .item(() -> bucket.tryConsumeAndReturnRemaining(1))
        .invoke(probe -> judge(probe, userRequests, context))
        .replaceWithVoid();
  }

  private static void judge(ConsumptionProbe probe, long limit, RoutingContext context) {
    long resetIn = TimeUnit.NANOSECONDS.toMillis(probe.getNanosToWaitForReset());
    HttpServerResponse response = context.response();
    response.putHeader("X-RateLimit-Limit", Long.toString(limit));
    response.putHeader("X-RateLimit-Remaining", Long.toString(probe.getRemainingTokens()));
    response.putHeader(
        "X-RateLimit-Reset", Long.toString((System.currentTimeMillis() + resetIn + 999) / 1000));
    if (!probe.isConsumed()) {
      throw tooMany(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
  }

  /** Also for the limits that features count by themselves. */
  public static ProblemException tooMany(Duration wait) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    return new ProblemException(
            CommonError.RATE_LIMITED, "Too many requests; try again in " + seconds + " s.")
        .header("Retry-After", Long.toString(seconds));
  }
}
