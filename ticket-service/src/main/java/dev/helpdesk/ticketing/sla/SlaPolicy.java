package dev.helpdesk.ticketing.sla;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long the resolution of a ticket may take, by the rank of its priority from 1 (low) to 4. */
public record SlaPolicy(Duration low, Duration medium, Duration high, Duration critical) {
  public static final SlaPolicy DEFAULT =
      new SlaPolicy(
          Duration.ofHours(48), Duration.ofHours(24), Duration.ofHours(4), Duration.ofHours(1));

  /** The deadline: from the creation on, by the ticket's own minutes if it has some. */
  public Instant dueAt(Instant createdAt, int priorityRank, @Nullable Integer slaMinutes) {
    return createdAt.plus(
        slaMinutes == null ? resolution(priorityRank) : Duration.ofMinutes(slaMinutes));
  }

  private Duration resolution(int priorityRank) {
    return switch (priorityRank) {
      case 1 -> low;
      case 2 -> medium;
      case 3 -> high;
      case 4 -> critical;
      default -> throw new IllegalArgumentException("No such priority: " + priorityRank);
    };
  }
}
