package dev.helpdesk.ticketing.analytics;

import dev.helpdesk.ticketing.analytics.Analytics.ByAssignee;
import dev.helpdesk.ticketing.analytics.Analytics.ByCategory;
import dev.helpdesk.ticketing.analytics.Analytics.Durations;
import dev.helpdesk.ticketing.analytics.Analytics.PerDay;
import dev.helpdesk.ticketing.analytics.Analytics.Sla;
import dev.helpdesk.ticketing.directory.PersonView;
import io.vertx.mutiny.sqlclient.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of the one statement, sorted into figures. */
final class Figures {
  private final Map<String, Map<String, Double>> values = new HashMap<>();
  private final List<ByCategory> categories = new ArrayList<>();
  private final List<ByAssignee> assignees = new ArrayList<>();

  /** Its columns: figure, key, value, and an assignee's id, name and email. */
  void add(Row row) {
    String figure = row.getString(0);
    String key = row.getString(1);
    Double value = row.getDouble(2);
    if (value == null) {
      return;
    }
    switch (figure) {
      case "category" -> categories.add(new ByCategory(key, value.longValue()));
      case "assignee" -> assignees.add(new ByAssignee(person(row), value.longValue()));
      default -> values.computeIfAbsent(figure, x -> new HashMap<>()).put(key, value);
    }
  }

  private static @Nullable PersonView person(Row row) {
    UUID id = row.getUUID(3);
    return id == null ? null : new PersonView(id, text(row, 4), text(row, 5));
  }

  private static String text(Row row, int column) {
    String text = row.getString(column);
    return text == null ? "" : text;
  }

  Analytics of(Period period) {
    return new Analytics(
        new Analytics.ByStatus(
            count("status", 1),
            count("status", 2),
            count("status", 3),
            count("status", 4),
            count("status", 5)),
        new Analytics.ByPriority(
            count("priority", 1), count("priority", 2), count("priority", 3), count("priority", 4)),
        List.copyOf(categories),
        List.copyOf(assignees),
        perDay("created", period),
        perDay("resolved", period),
        durations("firstResponse"),
        durations("resolution"),
        Sla.of(count("sla", "met"), count("sla", "breached")),
        durations("backlogAge"));
  }

  private long count(String figure, Object key) {
    Double value = find(figure, String.valueOf(key));
    return value == null ? 0 : value.longValue();
  }

  private @Nullable Double find(String figure, String key) {
    return values.getOrDefault(figure, Map.of()).get(key);
  }

  private Durations durations(String figure) {
    return new Durations(find(figure, "median"), find(figure, "p90"));
  }

  private List<PerDay> perDay(String figure, Period period) {
    List<PerDay> days = new ArrayList<>();
    int number = 1;
    for (LocalDate day : period.days()) {
      days.add(new PerDay(day, count(figure, number++)));
    }
    return days;
  }
}
