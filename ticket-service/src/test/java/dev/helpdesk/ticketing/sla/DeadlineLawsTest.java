package dev.helpdesk.ticketing.sla;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helpdesk.ticketing.sla.Timelines.Case;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;

/**
 * What holds for every deadline, whatever the calendar, the zone and the timeline. The number of
 * cases of a run grows with {@code -Djqwik.tries.default=…}.
 */
class DeadlineLawsTest {

  @Provide
  Arbitrary<Case> cases() {
    return Timelines.cases();
  }

  @Property(shrinking = ShrinkingMode.OFF)
  void agreesWithLookingAtTheClockMinuteByMinute(@ForAll("cases") Case one) {
    assertThat(one.dueAt(one.calendar()))
        .isEqualTo(Wall.dueAt(one.calendar(), one.createdAt(), one.waits(), one.minutes()));
  }

  @Property(shrinking = ShrinkingMode.OFF)
  void aHolidayNeverMovesItEarlier(@ForAll("cases") Case one, @ForAll @IntRange(max = 9) int day) {
    LocalDate start = one.createdAt().atZone(one.calendar().zone()).toLocalDate();
    List<LocalDate> more = new ArrayList<>(one.calendar().closedDays());
    more.add(start.plusDays(day));
    BusinessCalendar stricter =
        new BusinessCalendar(one.calendar().timezone(), one.calendar().hours(), more);
    assertThat(one.dueAt(stricter)).isAfterOrEqualTo(one.dueAt(one.calendar()));
  }

  /** One more wait of so many open minutes is as if the ticket had so many minutes more. */
  @Property(shrinking = ShrinkingMode.OFF)
  void aPauseMovesItByJustItsWorkingTime(
      @ForAll("cases") Case one,
      @ForAll @IntRange(max = 2_000) int begin,
      @ForAll @IntRange(min = 1, max = 2_000) int length) {
    Case free = new Case(one.calendar(), one.createdAt(), List.of(), one.minutes());
    Instant from = one.createdAt().plus(Duration.ofMinutes(begin));
    Instant to = from.plus(Duration.ofMinutes(length));
    int open = 0;
    for (Instant at = from; at.isBefore(to); at = at.plusSeconds(60)) {
      open += Wall.isOpen(one.calendar(), at) ? 1 : 0;
    }
    boolean before = !free.dueAt(one.calendar()).isAfter(from);
    Case longer =
        new Case(one.calendar(), one.createdAt(), List.of(), one.minutes() + (before ? 0 : open));
    Instant paused = free.dueAt(one.calendar(), List.of(from, to));
    assertThat(counted(one.calendar(), one.createdAt(), paused)).isEqualTo(longer.minutes());
    assertThat(paused).isAfterOrEqualTo(longer.dueAt(one.calendar()));
    if (before) {
      assertThat(paused).isEqualTo(free.dueAt(one.calendar()));
    }
  }

  /** How many minutes are open from then to then. */
  private static long counted(BusinessCalendar calendar, Instant from, Instant to) {
    long open = 0;
    for (Instant at = from; at.isBefore(to); at = at.plusSeconds(60)) {
      open += Wall.isOpen(calendar, at) ? 1 : 0;
    }
    return open;
  }

  /** Cut into two spans that touch, every day is the same day. */
  @Property(shrinking = ShrinkingMode.OFF)
  void splittingASpanChangesNothing(@ForAll("cases") Case one) {
    BusinessCalendar split = split(one.calendar(), 0);
    assertThat(one.dueAt(split)).isEqualTo(one.dueAt(one.calendar()));
  }

  /** With a lunch break, the same instants count but for those at lunch. */
  @Property(shrinking = ShrinkingMode.OFF)
  void aLunchBreakChangesNothingOutsideLunch(@ForAll("cases") Case one) {
    BusinessCalendar lunch = split(one.calendar(), 30);
    OpenHours whole = OpenHours.of(one.calendar());
    OpenHours broken = OpenHours.of(lunch);
    for (int i = 0; i < 200; i++) {
      Instant at = one.createdAt().plus(Duration.ofMinutes(37L * i));
      boolean atLunch = Wall.isOpen(one.calendar(), at) && !Wall.isOpen(lunch, at);
      assertThat(broken.from(at).reason().counts())
          .isEqualTo(whole.from(at).reason().counts() && !atLunch);
    }
    assertThat(one.dueAt(lunch)).isAfterOrEqualTo(one.dueAt(one.calendar()));
  }

  private static BusinessCalendar split(BusinessCalendar calendar, int pause) {
    Map<DayOfWeek, List<OpenSpan>> days = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      List<OpenSpan> spans = new ArrayList<>();
      calendar.hours().on(day).forEach(span -> spans.addAll(halves(span, pause)));
      days.put(day, spans);
    }
    return new BusinessCalendar(calendar.timezone(), Timelines.week(days), calendar.holidays());
  }

  private static List<OpenSpan> halves(OpenSpan span, int pause) {
    int middle = (span.fromMinute() + span.toMinute()) / 2;
    int end = middle + pause;
    return middle == span.fromMinute() || end >= span.toMinute()
        ? List.of(span)
        : List.of(Timelines.span(span.fromMinute(), middle), Timelines.span(end, span.toMinute()));
  }

  /** Whatever is promised next, the time that was waited stays out of it. */
  @Property(shrinking = ShrinkingMode.OFF)
  void aChangeOfThePolicyKeepsThePauses(@ForAll("cases") Case one, @ForAll("cases") Case other) {
    Instant due = one.dueAt(other.calendar());
    assertThat(due)
        .isEqualTo(Wall.dueAt(other.calendar(), one.createdAt(), one.waits(), one.minutes()));
    SlaPolicy policy = SlaPolicy.of(Targets.DEFAULT, other.calendar(), 1);
    assertThat(policy.explain(one.facts(one.waits()), due, 10_000))
        .filteredOn(interval -> interval.kind() == Reason.Kind.PAUSED)
        .allSatisfy(interval -> assertThat(Wall.isWaiting(one.waits(), interval.from())).isTrue());
  }

  /** The stretches lie end to end from the creation to the deadline and count its minutes. */
  @Property(shrinking = ShrinkingMode.OFF)
  void theExplanationAddsUp(@ForAll("cases") Case one) {
    SlaPolicy policy = SlaPolicy.of(Targets.DEFAULT, one.calendar(), 1);
    Instant due = one.dueAt(one.calendar());
    Instant at = one.createdAt();
    Duration counted = Duration.ZERO;
    for (Interval interval : policy.explain(one.facts(one.waits()), due, 10_000)) {
      assertThat(interval.from()).isEqualTo(at);
      at = interval.to();
      boolean counts = interval.kind() == Reason.Kind.COUNTED;
      counted = counts ? counted.plus(Duration.between(interval.from(), at)) : counted;
    }
    assertThat(at).isEqualTo(due);
    assertThat(counted).isEqualTo(Duration.ofMinutes(one.minutes()));
    assertThat(policy.counted(one.facts(one.waits()), due)).isEqualTo(counted.toMillis());
  }
}
