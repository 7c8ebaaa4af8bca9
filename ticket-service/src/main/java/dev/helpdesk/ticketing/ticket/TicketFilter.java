package dev.helpdesk.ticketing.ticket;

import dev.helpdesk.kit.problem.ProblemException;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * Which tickets a list, an export or a page is about, and in which order; as the caller wrote it.
 */
@RegisterForReflection
public class TicketFilter {
  @RestQuery
  @Size(max = 200)
  @Parameter(description = "Part of the title or description, whatever the case")
  public @Nullable String search;

  @RestQuery
  @Size(max = 200)
  @Parameter(description = "Another name of search")
  public @Nullable String query;

  @RestQuery
  @Parameter(description = "Any of these, with commas; or breached", example = "open,waiting")
  public @Nullable String status;

  @RestQuery
  @Parameter(description = "Any of these, with commas", example = "high,critical")
  public @Nullable String priority;

  @RestQuery
  @Parameter(description = "Any of these, with commas", example = "high,critical")
  public @Nullable String severity;

  @RestQuery
  @Parameter(description = "Any of these, with commas", example = "bug")
  public @Nullable String category;

  @RestQuery
  @Parameter(description = "Tickets with any of these tags, with commas", example = "urgent")
  public @Nullable String tag;

  @RestQuery
  @Parameter(description = "Any of these: ids, emails, usernames, me, none", example = "me,none")
  public @Nullable String assignee;

  @RestQuery
  @Parameter(description = "Any of these: ids, emails, usernames, me", example = "me")
  public @Nullable String requester;

  @RestQuery
  @Parameter(description = "Whether the deadline has passed unresolved", example = "true")
  public @Nullable String breached;

  @RestQuery
  @Parameter(description = "Created then or later", example = "2026-01-31T09:30:00Z")
  public @Nullable String createdFrom;

  @RestQuery
  @Parameter(description = "Created before", example = "2026-02-28T00:00:00Z")
  public @Nullable String createdTo;

  @RestQuery
  @Parameter(description = "Changed then or later", example = "2026-01-31T09:30:00Z")
  public @Nullable String updatedSince;

  @RestQuery
  @Parameter(
      description =
          "ticketId (default), priority, severity, createdAt, updatedAt, dueDate, slaDueAt",
      example = "priority")
  public @Nullable String sortBy;

  @RestQuery
  @Parameter(description = "asc (default) or desc", example = "desc")
  public @Nullable String sortOrder;

  TicketFilter onlyBreached() {
    breached = "true";
    return this;
  }

  @Nullable String text() {
    if (search != null && query != null) {
      throw ProblemException.invalid("query", "is another name of search; give one of them");
    }
    return search == null ? query : search;
  }
}
