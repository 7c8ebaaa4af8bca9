package dev.helpdesk.ticketing.ticket;

import dev.helpdesk.kit.problem.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A filter whose values are understood; names of people are still as the caller wrote them. */
record TicketCriteria(
    @Nullable String text,
    List<Status> statuses,
    List<Level> priorities,
    List<Level> severities,
    List<String> categories,
    List<String> tags,
    List<String> assignees,
    List<String> requesters,
    @Nullable Boolean breached,
    @Nullable Instant createdFrom,
    @Nullable Instant createdTo,
    @Nullable Instant updatedSince,
    TicketSort sort,
    boolean descending) {
  private static final String LEVELS = "low, medium, high, critical";

  static TicketCriteria of(TicketFilter filter) {
    List<String> statuses = new ArrayList<>(FilterValues.several("status", filter.status));
    boolean breached = statuses.remove("breached");
    return new TicketCriteria(
        filter.text(),
        FilterValues.several(
            "status",
            statuses.isEmpty() ? null : String.join(",", statuses),
            Status::of,
            "open, in_progress, waiting, resolved, closed, breached"),
        FilterValues.several("priority", filter.priority, Level::of, LEVELS),
        FilterValues.several("severity", filter.severity, Level::of, LEVELS),
        FilterValues.several("category", filter.category),
        Tags.normal(FilterValues.several("tag", filter.tag)),
        FilterValues.several("assignee", filter.assignee),
        FilterValues.several("requester", filter.requester),
        late(breached, FilterValues.flag("breached", filter.breached)),
        FilterValues.instant("createdFrom", filter.createdFrom),
        FilterValues.instant("createdTo", filter.createdTo),
        FilterValues.instant("updatedSince", filter.updatedSince),
        FilterValues.one(
            "sortBy",
            filter.sortBy == null ? "ticketId" : filter.sortBy,
            TicketSort::of,
            TicketSort.KNOWN),
        descending(filter.sortOrder));
  }

  /** The status breached means the same as the flag; together they must not contradict. */
  private static @Nullable Boolean late(boolean byStatus, @Nullable Boolean byFlag) {
    if (byStatus && Boolean.FALSE.equals(byFlag)) {
      throw ProblemException.invalid("breached", "contradicts status=breached");
    }
    return byStatus ? Boolean.TRUE : byFlag;
  }

  private static boolean descending(@Nullable String order) {
    return FilterValues.one(
        "sortOrder",
        order == null ? "asc" : order,
        text -> {
          if (!text.equals("asc") && !text.equals("desc")) {
            throw new IllegalArgumentException("no such direction");
          }
          return text.equals("desc");
        },
        "asc, desc");
  }

  /** Whether the counters of the spaces know how many there are. */
  boolean isCounted() {
    return text == null
        && priorities.isEmpty()
        && severities.isEmpty()
        && categories.isEmpty()
        && tags.isEmpty()
        && assignees.isEmpty()
        && requesters.isEmpty()
        && breached == null
        && createdFrom == null
        && createdTo == null
        && updatedSince == null;
  }
}
