package dev.helpdesk.ticketing.sla;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;

/** The naive way: looks at the clock on the wall minute by minute. */
final class Wall {
  private static final long MINUTE = 60_000;

  private Wall() {}

  /** All moments are on full minutes. */
  static Instant dueAt(
      BusinessCalendar calendar, Instant createdAt, List<Instant> waits, int minutes) {
    Instant at = createdAt;
    int left = minutes;
    while (left > 0) {
      left -= isOpen(calendar, at) && !isWaiting(waits, at) ? 1 : 0;
      at = at.plusMillis(MINUTE);
    }
    return at;
  }

  static boolean isOpen(BusinessCalendar calendar, Instant at) {
    ZonedDateTime wall = at.atZone(calendar.zone());
    if (calendar.closedDays().contains(wall.toLocalDate())) {
      return false;
    }
    int minute = wall.getHour() * 60 + wall.getMinute();
    return calendar.hours().on(wall.getDayOfWeek()).stream()
        .anyMatch(span -> span.fromMinute() <= minute && minute < span.toMinute());
  }

  static boolean isWaiting(List<Instant> waits, Instant at) {
    for (int i = 0; i + 1 < waits.size(); i += 2) {
      if (!at.isBefore(waits.get(i)) && at.isBefore(waits.get(i + 1))) {
        return true;
      }
    }
    return false;
  }
}
