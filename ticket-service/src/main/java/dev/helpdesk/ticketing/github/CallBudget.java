package dev.helpdesk.ticketing.github;

import dev.helpdesk.ticketing.sla.Now;
import io.vertx.core.MultiMap;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What GitHub's headers say about how much we may still ask. */
@ApplicationScoped
class CallBudget {
  private static final Duration UNSAID = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(2);

  private final Now now;
  private final AtomicReference<Instant> closedUntil = new AtomicReference<>(Instant.EPOCH);

  CallBudget(Now now) {
    this.now = now;
  }

  /** Before each call. */
  void check() {
    Instant until = closedUntil.get();
    if (until.isAfter(now.instant())) {
      throw GithubFailure.limited(until);
    }
  }

  /** After each answer; fails where it was a refusal because of too many calls. */
  void hear(int status, MultiMap headers) {
    boolean empty = "0".equals(headers.get("X-RateLimit-Remaining"));
    boolean refused =
        status == 429 || (status == 403 && (empty || headers.contains("Retry-After")));
    if (empty || refused) {
      Instant until = until(headers);
      closedUntil.accumulateAndGet(until, (a, b) -> a.isAfter(b) ? a : b);
      if (refused) {
        throw GithubFailure.limited(until);
      }
    }
  }

  /** Forgets it; for the operator who knows better, and for tests. */
  void reset() {
    closedUntil.set(Instant.EPOCH);
  }

  private Instant until(MultiMap headers) {
    Instant present = now.instant();
    Long wait = number(headers.get("Retry-After"));
    Long reset = number(headers.get("X-RateLimit-Reset"));
    Instant until =
        wait != null
            ? present.plusSeconds(wait)
            : reset != null ? Instant.ofEpochSecond(reset) : present.plus(UNSAID);
    Instant longest = present.plus(LONGEST);
    return until.isAfter(longest) ? longest : until;
  }

  private static @Nullable Long number(@Nullable String text) {
    return text != null && text.matches("\\d{1,12}") ? Long.valueOf(text) : null;
  }
}
