package dev.helpdesk.ticketing.agreement;

import dev.helpdesk.ticketing.ticket.Level;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a policy would do to the open tickets of a space. */
@Schema(name = "SlaSimulation")
record Simulation(
    @Schema(description = "How many open tickets were looked at") int examined,
    @Schema(description = "False where the space has more open tickets than are looked at")
        boolean complete,
    @Schema(description = "How many of them would have another deadline") int changed,
    @Schema(description = "How many would be breached that are not now") int newlyBreached,
    @Schema(description = "How many are breached that would not be") int noLongerBreached,
    @Schema(description = "The first hundred of those that would change, by number")
        List<Change> items) {

  /** A ticket that would have another deadline. */
  @Schema(name = "SlaSimulatedChange")
  record Change(
      @Schema(examples = "SA-1") String ticketId,
      String title,
      Level priority,
      Instant slaDueAt,
      Instant newSlaDueAt,
      boolean breached,
      boolean newBreached) {}
}
