package dev.helpdesk.ticketing.sla;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When time counts: an instant is open if the clock on the wall, read at that instant, stands in an
 * open span of that day. So an hour that a zone leaves out does not count, and one that it repeats
 * counts twice.
 */
public final class OpenHours {
  static final OpenHours ALWAYS = new OpenHours(null, Map.of(), Set.of());
  private static final long DAY = 86_400_000;

  private final @Nullable ZoneRules rules;
  private final Map<DayOfWeek, List<long[]>> week;
  private final Set<LocalDate> holidays;

  private OpenHours(
      @Nullable ZoneRules rules, Map<DayOfWeek, List<long[]>> week, Set<LocalDate> holidays) {
    this.rules = rules;
    this.week = week;
    this.holidays = holidays;
  }

  static OpenHours of(@Nullable BusinessCalendar calendar) {
    if (calendar == null) {
      return ALWAYS;
    }
    Map<DayOfWeek, List<long[]>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(day, joined(calendar.hours().on(day)));
    }
    return new OpenHours(
        calendar.zone().getRules(), week, Set.copyOf(Set.copyOf(calendar.closedDays())));
  }

  /** In milliseconds of the day, in order; spans that touch are one. */
  private static List<long[]> joined(List<OpenSpan> spans) {
    List<long[]> all = new ArrayList<>();
    for (OpenSpan span :
        spans.stream().sorted(Comparator.comparing(OpenSpan::fromMinute)).toList()) {
      long from = span.fromMinute() * 60_000L;
      long to = span.toMinute() * 60_000L;
      if (!all.isEmpty() && all.get(all.size() - 1)[1] == from) {
        all.get(all.size() - 1)[1] = to;
      } else {
        all.add(new long[] {from, to});
      }
    }
    return all;
  }

  Walk from(Instant start) {
    return new Walk(start.toEpochMilli());
  }

  /** Goes through time piece by piece; each piece is open or closed as a whole. */
  final class Walk {
    private long at;
    private long until;
    private Reason reason = Reason.ALWAYS_OPEN;
    private long offset;
    private long offsetUntil = Long.MIN_VALUE;

    private Walk(long at) {
      this.at = at;
      look();
    }

    /** When the present piece began, or the walk if that was later. */
    long at() {
      return at;
    }

    /** When the present piece ends. */
    long until() {
      return until;
    }

    /** Why the present piece counts, or why it does not. */
    Reason reason() {
      return reason;
    }

    void next() {
      at = until;
      look();
    }

    private void look() {
      if (rules == null) {
        until = Long.MAX_VALUE;
        return;
      }
      if (at >= offsetUntil) {
        readOffset(rules);
      }
      long local = at + offset;
      long day = Math.floorDiv(local, DAY);
      LocalDate date = LocalDate.ofEpochDay(day);
      long end = Math.min(day * DAY + DAY - offset, offsetUntil);
      if (holidays.contains(date)) {
        is(Reason.HOLIDAY, end);
      } else {
        lookAt(week.getOrDefault(date.getDayOfWeek(), List.of()), local - day * DAY, end);
      }
    }

    private void lookAt(List<long[]> spans, long time, long end) {
      for (long[] span : spans) {
        if (time < span[0]) {
          is(Reason.OUTSIDE_HOURS, Math.min(end, at + span[0] - time));
          return;
        }
        if (time < span[1]) {
          is(Reason.BUSINESS_HOURS, Math.min(end, at + span[1] - time));
          return;
        }
      }
      is(Reason.OUTSIDE_HOURS, end);
    }

    private void is(Reason why, long to) {
      reason = why;
      until = to;
    }

    private void readOffset(ZoneRules known) {
      Instant here = Instant.ofEpochMilli(at);
      offset = known.getOffset(here).getTotalSeconds() * 1000L;
      ZoneOffsetTransition next = known.nextTransition(here);
      offsetUntil = next == null ? Long.MAX_VALUE : next.toEpochSecond() * 1000;
    }
  }
}
