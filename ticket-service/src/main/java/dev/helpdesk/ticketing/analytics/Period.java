package dev.helpdesk.ticketing.analytics;

import dev.helpdesk.kit.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From then until before then, and the days that this touches in a time zone. */
record Period(Instant from, Instant to, ZoneId zone) {
  private static final int USUAL_DAYS = 30;
  private static final int MOST_DAYS = 3_660;
  private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

  static Period of(AnalyticsQuery query, Instant now) {
    ZoneId zone = zone(query.timezone);
    Instant to = moment("to", query.to, zone, 1);
    if (to == null) {
      to = startOf(now.atZone(zone).toLocalDate().plusDays(1), zone);
    }
    Instant from = moment("from", query.from, zone, 0);
    if (from == null) {
      from = startOf(to.minusMillis(1).atZone(zone).toLocalDate().minusDays(USUAL_DAYS - 1), zone);
    }
    Period period = new Period(from, to, zone);
    if (!from.isBefore(to)) {
      throw ProblemException.invalid("to", "must come after from");
    }
    if (ChronoUnit.DAYS.between(period.firstDay(), period.lastDay()) >= MOST_DAYS) {
      throw ProblemException.invalid("from", "must be at most 3660 days before to");
    }
    return period;
  }

  private static ZoneId zone(@Nullable String name) {
    if (name != null && !ZONES.contains(name)) {
      throw ProblemException.invalid("timezone", "must be an IANA time zone like Europe/Berlin");
    }
    return ZoneId.of(name == null ? "UTC" : name);
  }

  /** An instant as it is; a day by its first moment, or the first after so many days. */
  private static @Nullable Instant moment(
      String parameter, @Nullable String text, ZoneId zone, int daysLater) {
    if (text == null) {
      return null;
    }
    try {
      Instant moment =
          text.length() == 10
              ? startOf(LocalDate.parse(text).plusDays(daysLater), zone)
              : OffsetDateTime.parse(text).toInstant();
      return checked(parameter, moment.truncatedTo(ChronoUnit.MICROS));
    } catch (DateTimeException e) {
      throw ProblemException.invalid(
          parameter, "must be a date like 2026-01-31 or an instant like 2026-01-31T09:30:00Z");
    }
  }

  private static Instant checked(String parameter, Instant moment) {
    int year = moment.atZone(ZoneId.of("UTC")).getYear();
    if (year < 1000 || year > 9999) {
      throw ProblemException.invalid(parameter, "must have a year of four digits");
    }
    return moment;
  }

  private static Instant startOf(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }

  LocalDate firstDay() {
    return from.atZone(zone).toLocalDate();
  }

  LocalDate lastDay() {
    return to.minusNanos(1_000).atZone(zone).toLocalDate();
  }

  List<LocalDate> days() {
    return firstDay().datesUntil(lastDay().plusDays(1)).toList();
  }

  /** When each of the days begins. */
  List<Instant> begins() {
    return days().stream().map(day -> startOf(day, zone)).toList();
  }
}
