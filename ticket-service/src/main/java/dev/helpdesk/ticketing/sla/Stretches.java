package dev.helpdesk.ticketing.sla;

import java.time.Instant;
import java.util.List;

/** Time from a ticket's creation on, cut where a wait or the open hours begin or end. */
final class Stretches {
  private final List<Instant> waits;
  private final OpenHours.Walk walk;
  private int wait;
  private long from;
  private long to;
  private Reason reason = Reason.WAITING;

  Stretches(Course course, OpenHours hours) {
    // Without an end, the last wait is not over: it is not among those that are cut out.
    this.waits = course.waits().subList(0, course.waits().size() / 2 * 2);
    this.walk = hours.from(course.createdAt());
    this.from = course.createdAt().toEpochMilli();
    look();
  }

  long from() {
    return from;
  }

  long to() {
    return to;
  }

  long length() {
    return to - from;
  }

  Reason reason() {
    return reason;
  }

  boolean counts() {
    return reason.counts();
  }

  void next() {
    from = to;
    look();
  }

  private void look() {
    while (wait < waits.size() && end() <= from) {
      wait += 2;
    }
    if (wait < waits.size() && begin() <= from) {
      reason = Reason.WAITING;
      to = end();
      return;
    }
    while (walk.until() <= from && walk.until() < Long.MAX_VALUE) {
      walk.next();
    }
    reason = walk.reason();
    to = wait < waits.size() ? Math.min(walk.until(), begin()) : walk.until();
  }

  private long begin() {
    return waits.get(wait).toEpochMilli();
  }

  private long end() {
    return waits.get(wait + 1).toEpochMilli();
  }
}
