package dev.helpdesk.ticketing.ticket;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.helpdesk.kit.web.Versioned;
import dev.helpdesk.ticketing.directory.PersonView;
import dev.helpdesk.ticketing.space.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A ticket as one reader sees it at one moment. */
@Schema(name = "Ticket")
@JsonPropertyOrder({"id", "ticketId", "number"})
public record TicketView(
    UUID id,
    @Schema(examples = "SA-1") String ticketId,
    @Schema(examples = "1") int number,
    UUID spaceId,
    @Schema(examples = "SA") String spaceKey,
    String title,
    String description,
    Status status,
    Level priority,
    Level severity,
    @Schema(examples = "general") String category,
    List<String> tags,
    PersonView requester,
    @Nullable PersonView assignee,
    @Nullable LocalDate dueDate,
    @Nullable Integer slaMinutes,
    @Schema(
            description =
                "While the ticket waits its clock stands still, and this is how it stood when the wait began")
        Instant slaDueAt,
    boolean breached,
    @Nullable GithubIssue github,
    @Schema(description = "Of those that the reader may see") int commentCount,
    int version,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant resolvedAt,
    @Nullable Instant closedAt)
    implements Versioned {

  /** The issue that a ticket is linked to; how it was last brought there is for who works here. */
  @Schema(name = "GithubIssue")
  public record GithubIssue(
      int issueNumber,
      String issueUrl,
      @Schema(description = "When it was last brought to GitHub; for agents, owners and admins")
          @JsonInclude(JsonInclude.Include.NON_NULL)
          @Nullable Instant syncedAt,
      @Schema(description = "Why that failed since then; for agents, owners and admins")
          @JsonInclude(JsonInclude.Include.NON_NULL)
          @Nullable String lastError) {
    static @Nullable GithubIssue of(@Nullable IssueRef issue, boolean worksHere) {
      return issue == null
          ? null
          : new GithubIssue(
              issue.number(),
              issue.url(),
              worksHere ? issue.syncedAt() : null,
              worksHere ? issue.lastError() : null);
    }
  }

  public static TicketView of(SeenTicket seen, Instant now) {
    return of(seen.ticket(), seen.standing(), now);
  }

  static TicketView of(Ticket ticket, Standing standing, Instant now) {
    int internal = standing.readsInternal() ? ticket.internalComments : 0;
    return new TicketView(
        ticket.id(),
        ticket.identity.key(),
        ticket.identity.number(),
        ticket.identity.spaceId(),
        ticket.identity.spaceKey(),
        ticket.title,
        ticket.description,
        ticket.status,
        ticket.priority,
        ticket.severity,
        ticket.category,
        ticket.tags,
        ticket.requester,
        ticket.assignee,
        ticket.dueDate,
        ticket.slaMinutes,
        ticket.deadline.dueAt(),
        ticket.isBreached(now),
        GithubIssue.of(ticket.issue, standing.readsInternal()),
        ticket.publicComments + internal,
        ticket.version,
        ticket.createdAt,
        ticket.updatedAt,
        ticket.resolvedAt,
        ticket.closedAt);
  }
}
