package dev.helpdesk.ticketing.sla;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a ticket's timeline moves its deadlines: its creation and its waits. The waits are their
 * begins and ends in turn; where the last has no end, the ticket waits.
 */
public record Course(Instant createdAt, List<Instant> waits) {

  public static Course from(Instant createdAt) {
    return new Course(createdAt, List.of());
  }

  public Course waitingFrom(Instant moment) {
    return isWaiting() ? this : with(moment);
  }

  public Course goingOnAt(Instant moment) {
    return isWaiting() ? with(moment) : this;
  }

  private Course with(Instant moment) {
    List<Instant> more = new ArrayList<>(waits);
    more.add(moment);
    return new Course(createdAt, List.copyOf(more));
  }

  public boolean isWaiting() {
    return waits.size() % 2 == 1;
  }

  /** When the present wait began; null where there is none. */
  public @Nullable Instant waitingSince() {
    return isWaiting() ? waits.get(waits.size() - 1) : null;
  }

  /**
   * The first moment at which so much time has counted. A wait that still goes on is left out: it
   * moves the deadline once it has ended.
   */
  Instant reach(long millis, OpenHours hours) {
    Stretches stretches = new Stretches(this, hours);
    long left = millis;
    while (true) {
      long counted = stretches.counts() ? stretches.length() : 0;
      if (counted >= left) {
        return Instant.ofEpochMilli(stretches.from() + left);
      }
      left -= counted;
      stretches.next();
    }
  }

  /** How much time has counted until then. */
  long counted(Instant until, OpenHours hours) {
    Stretches stretches = new Stretches(this, hours);
    long end = isWaiting() ? Math.min(until.toEpochMilli(), last()) : until.toEpochMilli();
    long counted = 0;
    while (stretches.from() < end) {
      counted += stretches.counts() ? Math.min(stretches.to(), end) - stretches.from() : 0;
      stretches.next();
    }
    return counted;
  }

  private long last() {
    return waits.get(waits.size() - 1).toEpochMilli();
  }

  /** All of the time from the creation to a deadline, at most so many stretches of it. */
  List<Interval> explain(Instant dueAt, OpenHours hours, int most) {
    Stretches stretches = new Stretches(this, hours);
    List<Interval> intervals = new ArrayList<>();
    Instant since = waitingSince();
    Instant end = since != null && since.isBefore(dueAt) ? since : dueAt;
    while (stretches.from() < end.toEpochMilli() && intervals.size() < most) {
      add(intervals, stretches, end);
      stretches.next();
    }
    if (end.equals(since) && intervals.size() < most) {
      intervals.add(Interval.of(since, null, Reason.WAITING));
    }
    return intervals;
  }

  /** Neighbours of the same reason are one: closed evenings and mornings are a night. */
  private static void add(List<Interval> intervals, Stretches stretches, Instant end) {
    Instant from = Instant.ofEpochMilli(stretches.from());
    Instant to = Instant.ofEpochMilli(Math.min(stretches.to(), end.toEpochMilli()));
    Interval before = intervals.isEmpty() ? null : intervals.get(intervals.size() - 1);
    if (before != null && before.reason() == stretches.reason()) {
      intervals.set(intervals.size() - 1, Interval.of(before.from(), to, before.reason()));
    } else {
      intervals.add(Interval.of(from, to, stretches.reason()));
    }
  }
}
