package dev.helpdesk.ticketing.ticket;

import dev.helpdesk.kit.web.Characters;
import dev.helpdesk.ticketing.directory.PersonView;
import dev.helpdesk.ticketing.sla.SlaPolicy;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What files a ticket. */
record CreateTicket(
    @Schema(examples = "Login page crashes on Safari") @NotBlank @Characters(max = 200)
        String title,
    @Schema(examples = "Open the login page in Safari 18 and press Enter.")
        @NotBlank
        @Characters(max = 50_000)
        String description,
    @Nullable Level priority,
    @Nullable Level severity,
    @Schema(examples = "bug") @Characters(min = 1, max = 100) @Nullable String category,
    @Size(max = 20) @Nullable List<@NotBlank @Characters(max = 40) String> tags,
    @Schema(description = "Somebody's id, email or username", examples = "ada@example.org")
        @Characters(min = 1, max = 320)
        @Nullable String assignee,
    @Nullable LocalDate dueDate,
    @Min(1) @Max(525_600) @Nullable Integer slaMinutes,
    @Schema(description = "For agents and up: on whose behalf", examples = "bob@example.org")
        @Characters(min = 1, max = 320)
        @Nullable String requester) {

  Ticket file(
      TicketIdentity identity,
      PersonView requester,
      @Nullable PersonView assignee,
      SlaPolicy policy,
      Instant now) {
    Ticket ticket = new Ticket(identity, requester, title, description, now);
    ticket.priority = priority == null ? Level.MEDIUM : priority;
    ticket.severity = severity == null ? Level.MEDIUM : severity;
    ticket.category = category == null ? Ticket.DEFAULT_CATEGORY : category;
    ticket.tags = tags == null ? List.of() : Tags.normal(tags);
    ticket.assignee = assignee;
    ticket.dueDate = dueDate;
    ticket.slaMinutes = slaMinutes;
    ticket.dueBy(policy);
    return ticket;
  }
}
