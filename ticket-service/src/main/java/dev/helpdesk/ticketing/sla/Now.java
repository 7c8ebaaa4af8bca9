package dev.helpdesk.ticketing.sla;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The present, in the milliseconds that the API speaks of; tests bring a clock of their own. */
@ApplicationScoped
public class Now {
  private final Clock clock;

  Now(Clock clock) {
    this.clock = clock;
  }

  public Instant instant() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** The clock of a running service. */
  @Singleton
  static class SystemClock {
    @Produces
    @DefaultBean
    @Singleton
    Clock clock() {
      return Clock.systemUTC();
    }
  }
}
