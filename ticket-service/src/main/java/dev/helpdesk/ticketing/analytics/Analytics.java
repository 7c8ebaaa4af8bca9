package dev.helpdesk.ticketing.analytics;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.helpdesk.ticketing.directory.PersonView;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The figures of a period. */
@Schema(name = "Analytics")
public record Analytics(
    @Schema(description = "Of the tickets that were created in the period, by where they stand")
        ByStatus byStatus,
    @Schema(description = "Of the tickets that were created in the period") ByPriority byPriority,
    @Schema(
            description =
                "Of the tickets that were created in the period; the hundred most frequent")
        List<ByCategory> byCategory,
    @Schema(
            description =
                "Of the tickets that were created in the period; the hundred most frequent")
        List<ByAssignee> byAssignee,
    List<PerDay> createdPerDay,
    List<PerDay> resolvedPerDay,
    @Schema(description = "From the creation to first responses that were given in the period")
        Durations firstResponse,
    @Schema(description = "From the creation to resolutions in the period") Durations resolution,
    Sla sla,
    @Schema(description = "Of the tickets that are open now, whenever they were created")
        Durations backlogAge) {

  /** How many stand where. */
  @Schema(name = "AnalyticsByStatus")
  public record ByStatus(
      long open,
      @JsonProperty("in_progress") long inProgress,
      long waiting,
      long resolved,
      long closed) {}

  /** How many of each priority. */
  @Schema(name = "AnalyticsByPriority")
  public record ByPriority(long low, long medium, long high, long critical) {}

  /** How many of a category. */
  @Schema(name = "AnalyticsByCategory")
  public record ByCategory(@Schema(examples = "bug") String category, long count) {}

  /** How many somebody is assigned to, or nobody. */
  @Schema(name = "AnalyticsByAssignee")
  public record ByAssignee(@Nullable PersonView assignee, long count) {}

  /** How many on a day; every day of the period has its line. */
  @Schema(name = "AnalyticsPerDay")
  public record PerDay(LocalDate date, long count) {}

  /** What half of them, and nine in ten, stayed within; null where there are none. */
  @Schema(name = "AnalyticsDurations")
  public record Durations(@Nullable Double medianSeconds, @Nullable Double p90Seconds) {}

  /** How promises were kept. */
  @Schema(name = "AnalyticsSla")
  public record Sla(
      @Schema(description = "Resolved in the period, and in time") long met,
      @Schema(description = "Whose deadline passed unresolved in the period") long breached,
      @Schema(description = "The part of both that was met, from 0 to 1; null where there are none")
          @Nullable Double attainment) {

    static Sla of(long met, long breached) {
      return new Sla(met, breached, met + breached == 0 ? null : (double) met / (met + breached));
    }
  }
}
