package dev.helpdesk.ticketing.analytics;

import dev.helpdesk.ticketing.analytics.Analytics.ByAssignee;
import dev.helpdesk.ticketing.analytics.Analytics.ByCategory;
import dev.helpdesk.ticketing.analytics.Analytics.Durations;
import dev.helpdesk.ticketing.analytics.Analytics.PerDay;
import dev.helpdesk.ticketing.ticket.CsvTickets;
import org.jspecify.annotations.Nullable;

/** The figures as RFC 4180 lines: which figure, of what, how much. */
final class AnalyticsCsv {
  private final StringBuilder lines = new StringBuilder("figure,key,value\r\n");

  private AnalyticsCsv() {}

  static String of(Analytics figures) {
    AnalyticsCsv csv = new AnalyticsCsv();
    csv.addCohort(figures);
    figures.createdPerDay().forEach(day -> csv.add("createdPerDay", day));
    figures.resolvedPerDay().forEach(day -> csv.add("resolvedPerDay", day));
    csv.add("firstResponse", figures.firstResponse());
    csv.add("resolution", figures.resolution());
    csv.add("sla", "met", figures.sla().met());
    csv.add("sla", "breached", figures.sla().breached());
    csv.add("sla", "attainment", figures.sla().attainment());
    csv.add("backlogAge", figures.backlogAge());
    return csv.lines.toString();
  }

  private void addCohort(Analytics figures) {
    Analytics.ByStatus status = figures.byStatus();
    add("byStatus", "open", status.open());
    add("byStatus", "in_progress", status.inProgress());
    add("byStatus", "waiting", status.waiting());
    add("byStatus", "resolved", status.resolved());
    add("byStatus", "closed", status.closed());
    Analytics.ByPriority priority = figures.byPriority();
    add("byPriority", "low", priority.low());
    add("byPriority", "medium", priority.medium());
    add("byPriority", "high", priority.high());
    add("byPriority", "critical", priority.critical());
    for (ByCategory category : figures.byCategory()) {
      add("byCategory", category.category(), category.count());
    }
    for (ByAssignee each : figures.byAssignee()) {
      add("byAssignee", each.assignee() == null ? "" : each.assignee().email(), each.count());
    }
  }

  private void add(String figure, PerDay day) {
    add(figure, day.date().toString(), day.count());
  }

  private void add(String figure, Durations durations) {
    add(figure, "medianSeconds", durations.medianSeconds());
    add(figure, "p90Seconds", durations.p90Seconds());
  }

  private void add(String figure, String key, @Nullable Number value) {
    lines.append(figure).append(',');
    CsvTickets.cell(lines, key);
    lines.append(',').append(value == null ? "" : value.toString()).append("\r\n");
  }
}
