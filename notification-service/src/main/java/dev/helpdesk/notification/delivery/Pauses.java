package dev.helpdesk.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/** When to try again; with jitter, so that a recovered server is not met by all at once. */
@ApplicationScoped
class Pauses {
  private static final int MOST_DOUBLINGS = 20;

  private final DeliverySettings settings;

  Pauses(DeliverySettings settings) {
    this.settings = settings;
  }

  /** Doubles with each try. */
  Instant afterTries(int tries) {
    int doublings = Math.max(0, Math.min(tries - 1, MOST_DOUBLINGS));
    Duration pause = settings.firstPause().multipliedBy(1L << doublings);
    Duration longest = settings.longestPause();
    return soon(pause.compareTo(longest) > 0 ? longest : pause);
  }

  Instant unreachable() {
    return soon(settings.unreachablePause());
  }

  /** A fifth of that: the first who is taken again tells that all may go on. */
  Duration rest() {
    return settings.unreachablePause().dividedBy(5);
  }

  private static Instant soon(Duration pause) {
    double jitter = 0.75 + ThreadLocalRandom.current().nextDouble() / 2;
    return Instant.now().plusMillis((long) (pause.toMillis() * jitter));
  }
}
