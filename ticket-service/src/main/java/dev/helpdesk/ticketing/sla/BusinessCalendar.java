package dev.helpdesk.ticketing.sla;

import dev.helpdesk.kit.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** When a team works: open hours by weekday in a time zone, and the days on which it does not. */
@Schema(name = "BusinessCalendar")
public record BusinessCalendar(
    @Schema(description = "An IANA time zone", examples = "Europe/Berlin")
        @NotNull
        @Size(min = 1, max = 50)
        String timezone,
    @NotNull @Valid Week hours,
    @Schema(description = "Closed all day, by the calendar of that zone") @Size(max = 1000)
        @Nullable List<@NotNull LocalDate> holidays) {
  private static final int LEAST_MINUTES_A_WEEK = 60;

  List<LocalDate> closedDays() {
    return holidays == null ? List.of() : holidays;
  }

  ZoneId zone() {
    return ZoneId.of(timezone);
  }

  /**
   * What no single field can say: the zone exists, spans do not overlap, and enough is open for
   * every deadline to be reached.
   */
  public void check() {
    checkZone();
    int minutes = 0;
    for (DayOfWeek day : DayOfWeek.values()) {
      minutes += checkDay(day);
    }
    if (minutes < LEAST_MINUTES_A_WEEK) {
      throw ProblemException.invalid("calendar.hours", "must be open for an hour a week at least");
    }
  }

  private void checkZone() {
    try {
      if (isIana(ZoneId.of(timezone))) {
        return;
      }
    } catch (DateTimeException e) {
      throw unknownZone();
    }
    throw unknownZone();
  }

  private static boolean isIana(ZoneId zone) {
    return Set.copyOf(ZoneId.getAvailableZoneIds()).contains(zone.getId());
  }

  private static ProblemException unknownZone() {
    return ProblemException.invalid(
        "calendar.timezone", "must be an IANA time zone like Europe/Berlin");
  }

  private int checkDay(DayOfWeek day) {
    List<OpenSpan> spans =
        hours.on(day).stream().sorted(Comparator.comparing(OpenSpan::fromMinute)).toList();
    int end = 0;
    int minutes = 0;
    for (OpenSpan span : spans) {
      if (span.toMinute() <= span.fromMinute() || span.fromMinute() < end) {
        throw ProblemException.invalid(
            "calendar.hours." + day.name().toLowerCase(Locale.ROOT),
            "must be spans that end after they begin and do not overlap");
      }
      end = span.toMinute();
      minutes += span.toMinute() - span.fromMinute();
    }
    return minutes;
  }
}
