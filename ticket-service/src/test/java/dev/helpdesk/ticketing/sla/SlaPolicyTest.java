package dev.helpdesk.ticketing.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helpdesk.kit.problem.ProblemException;
import dev.helpdesk.ticketing.sla.SlaPolicy.Facts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SlaPolicyTest {
  private static final Instant FRIDAY_FOUR = Instant.parse("2026-11-20T15:00:00Z");
  private static final List<OpenSpan> NINE_TO_FIVE = List.of(new OpenSpan("09:00", "17:00"));
  private static final BusinessCalendar BERLIN = calendar("Europe/Berlin", null);

  private static BusinessCalendar calendar(String zone, @Nullable List<LocalDate> holidays) {
    Week week =
        new Week(NINE_TO_FIVE, NINE_TO_FIVE, NINE_TO_FIVE, NINE_TO_FIVE, NINE_TO_FIVE, null, null);
    return new BusinessCalendar(zone, week, holidays);
  }

  private static Facts facts(int rank, @Nullable Integer minutes, Instant... waits) {
    return new Facts(new Course(FRIDAY_FOUR, List.of(waits)), rank, minutes, null, null);
  }

  private static Instant due(SlaPolicy policy, Facts facts) {
    return policy.deadline(facts).dueAt();
  }

  @Test
  void theDefaultsCountDayAndNight() {
    List<Long> hours =
        List.of(1, 2, 3, 4).stream()
            .map(rank -> due(SlaPolicy.DEFAULT, facts(rank, null)))
            .map(due -> Duration.between(FRIDAY_FOUR, due).toHours())
            .toList();
    assertThat(hours).containsExactly(48L, 24L, 4L, 1L);
    assertThat(due(SlaPolicy.DEFAULT, facts(4, 90)))
        .isEqualTo(FRIDAY_FOUR.plus(Duration.ofMinutes(90)));
  }

  @Test
  void theWeekendDoesNotCount() {
    SlaPolicy policy = SlaPolicy.of(Targets.DEFAULT, BERLIN, 1);
    assertThat(due(policy, facts(3, null))).isEqualTo("2026-11-23T11:00:00Z");
    assertThat(due(policy, facts(4, null))).isEqualTo("2026-11-20T16:00:00Z");
  }

  @Test
  void aHolidayDoesNotCount() {
    BusinessCalendar calendar = calendar("Europe/Berlin", List.of(LocalDate.of(2026, 11, 23)));
    SlaPolicy policy = SlaPolicy.of(Targets.DEFAULT, calendar, 1);
    assertThat(due(policy, facts(3, null))).isEqualTo("2026-11-24T11:00:00Z");
  }

  @Test
  void aWaitMovesTheDeadlineByItsLengthAndNoLongerThanItIsOver() {
    Instant begin = FRIDAY_FOUR.plusSeconds(600);
    Instant end = begin.plusSeconds(1800);
    assertThat(due(SlaPolicy.DEFAULT, facts(4, null, begin, end)))
        .isEqualTo(FRIDAY_FOUR.plusSeconds(3600 + 1800));
    assertThat(due(SlaPolicy.DEFAULT, facts(4, null, begin)))
        .isEqualTo(FRIDAY_FOUR.plusSeconds(3600));
  }

  @Test
  void whatHasNotComeWhenTheClockStopsDoesNotCome() {
    Deadline early = SlaPolicy.DEFAULT.deadline(facts(4, null, FRIDAY_FOUR.plusSeconds(60)));
    Deadline soon = SlaPolicy.DEFAULT.deadline(facts(4, null, FRIDAY_FOUR.plusSeconds(2880)));
    Deadline late = SlaPolicy.DEFAULT.deadline(facts(4, null, FRIDAY_FOUR.plusSeconds(3600)));
    assertThat(early).extracting(Deadline::soonAt, Deadline::lateAt).containsOnlyNulls();
    assertThat(soon.soonAt()).isEqualTo(FRIDAY_FOUR.plusSeconds(2880));
    assertThat(soon.lateAt()).isNull();
    assertThat(late.lateAt()).isEqualTo(late.dueAt());
  }

  @Test
  void aWaitUnderWayEndsTheExplanation() {
    Instant begin = FRIDAY_FOUR.plusSeconds(600);
    Facts waiting = facts(4, null, begin);
    assertThat(SlaPolicy.DEFAULT.explain(waiting, due(SlaPolicy.DEFAULT, waiting), 10))
        .containsExactly(
            Interval.of(FRIDAY_FOUR, begin, Reason.ALWAYS_OPEN),
            Interval.of(begin, null, Reason.WAITING));
    assertThat(SlaPolicy.DEFAULT.counted(waiting, begin.plusSeconds(99))).isEqualTo(600_000);
  }

  @Test
  void aYearOfAnHourAWeekIsFoundSoonEnough() {
    Week week =
        new Week(List.of(new OpenSpan("09:00", "10:00")), null, null, null, null, null, null);
    BusinessCalendar calendar = new BusinessCalendar("Europe/Berlin", week, null);
    calendar.check();
    Instant due = due(SlaPolicy.of(Targets.DEFAULT, calendar, 1), facts(1, Target.LONGEST));
    assertThat(due).isBetween("2190-01-01T00:00:00Z", "2200-01-01T00:00:00Z");
  }

  @Test
  void refusesCalendarsThatMakeNoSense() {
    for (String zone : List.of("Mars/Olympus", "+01:00", "GMT+1", "", "../etc")) {
      assertRefused(calendar(zone, null));
    }
    assertRefused(monday(new OpenSpan("10:00", "10:00"), new OpenSpan("11:00", "13:00")));
    assertRefused(monday(new OpenSpan("12:00", "11:00")));
    assertRefused(monday(new OpenSpan("09:00", "12:00"), new OpenSpan("11:59", "13:00")));
    assertRefused(monday(new OpenSpan("09:00", "09:59")));
    monday(new OpenSpan("12:00", "24:00"), new OpenSpan("00:00", "12:00")).check();
  }

  private static BusinessCalendar monday(OpenSpan... spans) {
    Week week = new Week(List.of(spans), null, null, null, null, null, null);
    return new BusinessCalendar("UTC", week, null);
  }

  private static void assertRefused(BusinessCalendar calendar) {
    assertThatThrownBy(calendar::check)
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("calendar.");
  }
}
