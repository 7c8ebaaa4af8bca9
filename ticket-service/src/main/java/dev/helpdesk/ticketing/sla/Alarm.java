package dev.helpdesk.ticketing.sla;

import java.time.Instant;
import java.util.Locale;

/** Something to be told about a deadline, and when: four fifths of its time are over, or all. */
public record Alarm(Promise promise, Kind kind, Instant dueAt, Instant at) {

  /** What was promised until the deadline. */
  public enum Promise {
    RESOLUTION,
    FIRST_RESPONSE;

    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What there is to tell. */
  public enum Kind {
    DUE_SOON,
    BREACHED;

    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
