package dev.helpdesk.ticketing.agreement;

import dev.helpdesk.ticketing.sla.Interval;
import dev.helpdesk.ticketing.ticket.Level;
import dev.helpdesk.ticketing.ticket.Status;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a ticket is due when it is. */
@Schema(name = "TicketSla")
public record TicketSla(
    @Schema(examples = "SA-1") String ticketId,
    Status status,
    Level priority,
    @Nullable Integer slaMinutes,
    @Schema(description = "Of the space's policy that the deadline is from") int policyVersion,
    Instant createdAt,
    Resolution resolution,
    @Nullable FirstResponse firstResponse,
    @Schema(
            description =
                "All of the time from the creation to the deadline, cut where its reason changes")
        List<Interval> intervals,
    @Schema(description = "False where there are more intervals than are listed")
        boolean complete) {

  /** How the promise of a solution stands. */
  @Schema(name = "SlaResolution")
  public record Resolution(
      int targetMinutes,
      Instant dueAt,
      @Schema(description = "When four fifths of the time are over; null while that is open")
          @Nullable Instant dueSoonAt,
      @Schema(description = "How much of the time is used up") long countedSeconds,
      @Schema(description = "How much is left, below zero if it was too little")
          long remainingSeconds,
      boolean paused,
      boolean breached) {}

  /** How the promise of a first answer stands. */
  @Schema(name = "SlaFirstResponse")
  public record FirstResponse(
      int targetMinutes, Instant dueAt, @Nullable Instant respondedAt, boolean breached) {}
}
