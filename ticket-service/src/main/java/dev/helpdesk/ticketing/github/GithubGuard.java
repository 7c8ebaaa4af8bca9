package dev.helpdesk.ticketing.github;

import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.util.TypeLiteral;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/** Time-out and circuit breaker around each call; retries around what may be done twice. */
@ApplicationScoped
class GithubGuard {
  static final String BREAKER = "github";

  private final TypedGuard<Uni<HttpResponse<Buffer>>> call;
  private final TypedGuard<Uni<RemoteIssue>> retry;

  GithubGuard(GithubSettings settings) {
    this.call =
        TypedGuard.create(new TypeLiteral<Uni<HttpResponse<Buffer>>>() {})
            .withTimeout()
            .duration(settings.timeout().toMillis(), ChronoUnit.MILLIS)
            .done()
            .withCircuitBreaker()
            .name(BREAKER)
            .requestVolumeThreshold(settings.breakerCalls())
            .failureRatio(0.5)
            .delay(settings.breakerDelay().toMillis(), ChronoUnit.MILLIS)
            .when(GithubGuard::mayPass)
            .done()
            .build();
    this.retry =
        TypedGuard.create(new TypeLiteral<Uni<RemoteIssue>>() {})
            .withRetry()
            .maxRetries(settings.retries())
            .maxDuration(1, ChronoUnit.MINUTES)
            .delay(settings.retryDelay().toMillis(), ChronoUnit.MILLIS)
            .jitter(settings.retryDelay().toMillis() / 4, ChronoUnit.MILLIS)
            .whenException(GithubGuard::mayPass)
            .withExponentialBackoff()
            .maxDelay(10, ChronoUnit.SECONDS)
            .done()
            .done()
            .build();
  }

  /** One call. */
  Uni<HttpResponse<Buffer>> once(Supplier<Uni<HttpResponse<Buffer>>> work) {
    return call.get(work);
  }

  /** For work that has the same effect however often it is done. */
  Uni<RemoteIssue> again(Supplier<Uni<RemoteIssue>> work) {
    return retry.get(work);
  }

  /** Nobody knows what became of it; a refusal is an answer. */
  private static boolean mayPass(Throwable failure) {
    return failure instanceof GithubFailure known
        ? known.kind() == GithubFailure.Kind.UNCERTAIN
        : !(failure instanceof CircuitBreakerOpenException);
  }
}
