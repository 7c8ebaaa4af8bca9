package dev.helpdesk.ticketing.sla;

import dev.helpdesk.ticketing.sla.Alarm.Kind;
import dev.helpdesk.ticketing.sla.Alarm.Promise;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one place that knows when a ticket is due: a pure function of the policy and the ticket's
 * timeline.
 */
public record SlaPolicy(Targets targets, OpenHours hours, int version) {
  public static final SlaPolicy DEFAULT = new SlaPolicy(Targets.DEFAULT, OpenHours.ALWAYS, 0);
  private static final long MINUTE = 60_000;

  /** A calendar that was checked before. */
  public static SlaPolicy of(Targets targets, @Nullable BusinessCalendar calendar, int version) {
    return new SlaPolicy(targets, OpenHours.of(calendar), version);
  }

  /** What decides on a ticket's deadline besides the policy. */
  public record Facts(
      Course course,
      int priorityRank,
      @Nullable Integer slaMinutes,
      @Nullable Instant settledAt,
      @Nullable Instant firstResponseAt) {

    /** Since when the clock stands still; null while it runs. */
    public @Nullable Instant stoppedAt() {
      return settledAt == null ? course.waitingSince() : settledAt;
    }
  }

  /** The deadline for the resolution: counted from the creation, by the ticket's own minutes. */
  public Deadline deadline(Facts facts) {
    List<Alarm> alarms = alarms(facts);
    return new Deadline(
        facts.course().reach(minutes(facts) * MINUTE, hours),
        find(alarms, Kind.DUE_SOON),
        find(alarms, Kind.BREACHED),
        alarms.stream().map(Alarm::at).min(Comparator.naturalOrder()).orElse(null));
  }

  private static @Nullable Instant find(List<Alarm> alarms, Kind kind) {
    return alarms.stream()
        .filter(alarm -> alarm.promise() == Promise.RESOLUTION && alarm.kind() == kind)
        .map(Alarm::at)
        .findFirst()
        .orElse(null);
  }

  /** All that there is to tell of a ticket, as long as nothing more happens to it. */
  public List<Alarm> alarms(Facts facts) {
    List<Alarm> alarms = new ArrayList<>();
    add(alarms, facts, Promise.RESOLUTION, minutes(facts), null);
    Integer promised = firstResponseMinutes(facts);
    if (promised != null) {
      add(alarms, facts, Promise.FIRST_RESPONSE, promised, facts.firstResponseAt());
    }
    return alarms;
  }

  /** What had not come when the clock was stopped or the promise kept, does not come. */
  private void add(
      List<Alarm> alarms, Facts facts, Promise promise, int minutes, @Nullable Instant keptAt) {
    long millis = minutes * MINUTE;
    Instant soonAt = facts.course().reach(millis / 5 * 4, hours);
    Instant dueAt = facts.course().reach(millis, hours);
    Instant stopped = facts.stoppedAt();
    for (Alarm alarm :
        List.of(
            new Alarm(promise, Kind.DUE_SOON, dueAt, soonAt),
            new Alarm(promise, Kind.BREACHED, dueAt, dueAt))) {
      if (isNotAfter(alarm.at(), stopped) && isNotAfter(alarm.at(), keptAt)) {
        alarms.add(alarm);
      }
    }
  }

  private static boolean isNotAfter(Instant moment, @Nullable Instant end) {
    return end == null || !moment.isAfter(end);
  }

  /** The minutes that a ticket has. */
  public int minutes(Facts facts) {
    return facts.slaMinutes() == null
        ? targets.of(facts.priorityRank()).resolutionMinutes()
        : facts.slaMinutes();
  }

  /** The deadline for the first answer; null where none is promised. */
  public @Nullable Instant firstResponseDueAt(Facts facts) {
    Integer promised = firstResponseMinutes(facts);
    return promised == null ? null : facts.course().reach(promised * MINUTE, hours);
  }

  public @Nullable Integer firstResponseMinutes(Facts facts) {
    return targets.of(facts.priorityRank()).firstResponseMinutes();
  }

  /** How much of a ticket's time has been used up, in milliseconds. */
  public long counted(Facts facts, Instant until) {
    return facts.course().counted(until, hours);
  }

  /** How the deadline came about, at most so many stretches. */
  public List<Interval> explain(Facts facts, Instant dueAt, int most) {
    return facts.course().explain(dueAt, hours, most);
  }
}
