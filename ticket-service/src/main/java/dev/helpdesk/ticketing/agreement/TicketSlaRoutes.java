package dev.helpdesk.ticketing.agreement;

import dev.helpdesk.kit.security.Access;
import dev.helpdesk.kit.security.Caller;
import dev.helpdesk.ticketing.ticket.TicketAddress;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/**
 * A ticket's deadline over HTTP, whichever way the ticket is addressed.
 *
 * <p>Public, because javac gives a public class bridges for methods of a hidden one, and those
 * would pass validation and access control by.
 */
public abstract class TicketSlaRoutes {
  private final ExplainDeadline explain;
  private final Caller caller;

  TicketSlaRoutes(ExplainDeadline explain, Caller caller) {
    this.explain = explain;
    this.caller = caller;
  }

  @GET
  @Access
  @Operation(
      summary = "Explain a ticket's deadline",
      description =
          "Every stretch of time from the creation to the deadline: what counted, what did not, and why.")
  @APIResponse(
      responseCode = "200",
      description = "How the deadline came about",
      content = @Content(schema = @Schema(implementation = TicketSla.class)))
  public Uni<TicketSla> explain(@BeanParam TicketAddress ticket) {
    return explain.explain(caller.actor(), ticket);
  }
}
