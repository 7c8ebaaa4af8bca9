package dev.helpdesk.ticketing.sla;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Random calendars, creations and waits, close to where clocks are changed as often as not. */
final class Timelines {
  private static final List<String> ZONES =
      List.of(
          "Europe/Berlin",
          "America/New_York",
          "America/St_Johns",
          "America/Sao_Paulo",
          "Australia/Lord_Howe",
          "Asia/Kathmandu",
          "Asia/Tehran",
          "Africa/Cairo",
          "Pacific/Apia",
          "Pacific/Chatham",
          "UTC");

  private Timelines() {}

  /** A ticket's course under a calendar, with the minutes that it has. */
  record Case(BusinessCalendar calendar, Instant createdAt, List<Instant> waits, int minutes) {
    Instant dueAt(BusinessCalendar by) {
      return dueAt(by, waits);
    }

    Instant dueAt(BusinessCalendar by, List<Instant> pauses) {
      SlaPolicy policy = SlaPolicy.of(Targets.DEFAULT, by, 1);
      return policy.deadline(facts(pauses)).dueAt();
    }

    SlaPolicy.Facts facts(List<Instant> pauses) {
      return new SlaPolicy.Facts(new Course(createdAt, pauses), 2, minutes, null, null);
    }
  }

  static Arbitrary<Case> cases() {
    return Arbitraries.randomValue(Timelines::next);
  }

  private static Case next(Random random) {
    BusinessCalendar calendar = calendar(random);
    Instant start = start(random, calendar.zone());
    return new Case(calendar, start, waits(random, start), 1 + random.nextInt(3_000));
  }

  private static BusinessCalendar calendar(Random random) {
    String zone = ZONES.get(random.nextInt(ZONES.size()));
    Map<DayOfWeek, List<OpenSpan>> days = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      days.put(day, random.nextInt(4) == 0 ? List.of() : spans(random));
    }
    days.put(DayOfWeek.WEDNESDAY, List.of(span(0, 90 + random.nextInt(1_350))));
    return new BusinessCalendar(zone, week(days), holidays(random));
  }

  static Week week(Map<DayOfWeek, List<OpenSpan>> days) {
    return new Week(
        days.get(DayOfWeek.MONDAY),
        days.get(DayOfWeek.TUESDAY),
        days.get(DayOfWeek.WEDNESDAY),
        days.get(DayOfWeek.THURSDAY),
        days.get(DayOfWeek.FRIDAY),
        days.get(DayOfWeek.SATURDAY),
        days.get(DayOfWeek.SUNDAY));
  }

  private static List<OpenSpan> spans(Random random) {
    int[] cuts =
        IntStream.generate(() -> random.nextInt(97) * 15)
            .distinct()
            .limit(2 * (1 + random.nextInt(3)))
            .sorted()
            .toArray();
    List<OpenSpan> spans = new ArrayList<>();
    for (int i = 0; i + 1 < cuts.length; i += 2) {
      spans.add(span(cuts[i], cuts[i + 1]));
    }
    return spans;
  }

  static OpenSpan span(int from, int to) {
    return new OpenSpan(time(from), time(to));
  }

  private static String time(int minute) {
    return "%02d:%02d".formatted(minute / 60, minute % 60);
  }

  private static List<LocalDate> holidays(Random random) {
    return IntStream.range(0, random.nextInt(4))
        .mapToObj(i -> LocalDate.of(2026, 1, 1).plusDays(random.nextInt(500)))
        .toList();
  }

  /** On a full minute; half of them up to three days before a change of the clocks. */
  private static Instant start(Random random, ZoneId zone) {
    Instant any =
        Instant.parse("2009-01-01T00:00:00Z").plusSeconds(random.nextInt(9_000_000) * 60L);
    ZoneOffsetTransition change = zone.getRules().nextTransition(any);
    return change == null || random.nextBoolean()
        ? any
        : Instant.ofEpochSecond(change.toEpochSecond() / 60 * 60)
            .minusSeconds(random.nextInt(3 * 24 * 60) * 60L);
  }

  /** Some follow each other at once, some begin with the ticket. */
  private static List<Instant> waits(Random random, Instant start) {
    List<Instant> waits = new ArrayList<>();
    Instant at = start;
    for (int i = 2 * random.nextInt(4); i > 0; i--) {
      at = at.plusSeconds(random.nextInt(1_500) * 60L);
      waits.add(at);
    }
    return waits;
  }
}
