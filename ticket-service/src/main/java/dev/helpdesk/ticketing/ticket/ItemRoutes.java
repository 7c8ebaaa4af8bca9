package dev.helpdesk.ticketing.ticket;

import dev.helpdesk.kit.security.Access;
import dev.helpdesk.kit.security.Caller;
import dev.helpdesk.kit.web.IfMatch;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/**
 * What changes one ticket over HTTP, whichever way it is addressed.
 *
 * <p>Public, because javac gives a public class bridges for methods of a hidden one, and those
 * would pass validation and access control by.
 */
public abstract class ItemRoutes {
  private final ChangeTicket change;
  private final TicketRemoval removal;
  private final Caller caller;

  ItemRoutes(ChangeTicket change, TicketRemoval removal, Caller caller) {
    this.change = change;
    this.removal = removal;
    this.caller = caller;
  }

  @PATCH
  @Path("/{ticket}")
  @Access
  @Operation(
      summary = "Change a ticket",
      description =
          "Absent fields stay; null empties assignee, dueDate and slaMinutes and resets category. A status goes through the workflow.")
  @APIResponse(
      responseCode = "200",
      description = "The ticket as it is now",
      content = @Content(schema = @Schema(implementation = TicketView.class)))
  @APIResponse(
      responseCode = "409",
      description = "INVALID_TRANSITION (with allowed), OPTIMISTIC_LOCK (with currentVersion)")
  @APIResponse(responseCode = "412", description = "OPTIMISTIC_LOCK (with currentVersion)")
  public Uni<TicketView> patch(
      @BeanParam TicketAddress ticket,
      @HeaderParam("If-Match") @Nullable IfMatch expected,
      @Valid @NotNull PatchTicket body) {
    return change.patch(caller.actor(), ticket, body, expected);
  }

  @PATCH
  @Path("/{ticket}/status")
  @Access
  @Operation(summary = "Move a ticket along the workflow")
  @APIResponse(
      responseCode = "200",
      description = "The ticket as it is now",
      content = @Content(schema = @Schema(implementation = TicketView.class)))
  @APIResponse(
      responseCode = "409",
      description = "INVALID_TRANSITION (with allowed), OPTIMISTIC_LOCK (with currentVersion)")
  @APIResponse(responseCode = "412", description = "OPTIMISTIC_LOCK (with currentVersion)")
  public Uni<TicketView> move(
      @BeanParam TicketAddress ticket,
      @HeaderParam("If-Match") @Nullable IfMatch expected,
      @Valid @NotNull ChangeStatus body) {
    return change.patch(
        caller.actor(), ticket, PatchTicket.toStatus(body.status(), body.version()), expected);
  }

  @DELETE
  @Path("/{ticket}")
  @Access
  @Operation(
      summary = "Delete a ticket",
      description = "For the space's owners and admins; its number is never given again.")
  @APIResponse(responseCode = "204", description = "It is gone")
  public Uni<Void> delete(
      @BeanParam TicketAddress ticket, @HeaderParam("If-Match") @Nullable IfMatch expected) {
    return removal.delete(caller.actor(), ticket, expected);
  }

  @POST
  @Path("/{ticket}/restore")
  @Consumes(MediaType.WILDCARD)
  @Access
  @Operation(
      summary = "Bring a deleted ticket back",
      description = "For the space's owners and admins.")
  @APIResponse(
      responseCode = "200",
      description = "The ticket",
      content = @Content(schema = @Schema(implementation = TicketView.class)))
  public Uni<TicketView> restore(@BeanParam TicketAddress ticket) {
    return removal.restore(caller.actor(), ticket);
  }
}
