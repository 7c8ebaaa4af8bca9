package dev.helpdesk.ticketing.github;

import dev.helpdesk.kit.security.Access;
import dev.helpdesk.kit.security.Caller;
import dev.helpdesk.ticketing.ticket.TicketAddress;
import dev.helpdesk.ticketing.ticket.TicketView;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/**
 * Linking over HTTP, whichever way the ticket is addressed.
 *
 * <p>Public, because javac gives a public class bridges for methods of a hidden one, and those
 * would pass validation and access control by.
 */
public abstract class LinkRoutes {
  private final LinkTicket link;
  private final Caller caller;

  LinkRoutes(LinkTicket link, Caller caller) {
    this.link = link;
    this.caller = caller;
  }

  @POST
  @Path("/{ticket}/link-github")
  @Access
  @Operation(
      summary = "Link a ticket to an issue on GitHub",
      description = "For agents of the space, its owners and admins; another link gives way.")
  @APIResponse(
      responseCode = "200",
      description = "The ticket as it is now",
      content = @Content(schema = @Schema(implementation = TicketView.class)))
  @APIResponse(
      responseCode = "400",
      description =
          "VALIDATION_FAILED: the address is no issue's on an allowed host, or of another number")
  @APIResponse(responseCode = "403", description = "FORBIDDEN")
  @APIResponse(responseCode = "404", description = "NOT_FOUND")
  public Uni<TicketView> link(@BeanParam TicketAddress ticket, @Valid @NotNull LinkIssue body) {
    return link.link(caller.actor(), ticket, body);
  }
}
