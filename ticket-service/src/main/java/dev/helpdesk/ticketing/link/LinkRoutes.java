package dev.helpdesk.ticketing.link;

import dev.helpdesk.kit.idempotency.Created;
import dev.helpdesk.kit.page.Page;
import dev.helpdesk.kit.page.PageQuery;
import dev.helpdesk.kit.security.Access;
import dev.helpdesk.kit.security.Caller;
import dev.helpdesk.ticketing.ticket.TicketAddress;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;

/**
 * Links over HTTP, whichever way the ticket is addressed.
 *
 * <p>Public, because javac gives a public class bridges for methods of a hidden one, and those
 * would pass validation and access control by.
 */
public abstract class LinkRoutes {
  private final Links links;
  private final LinkTickets change;
  private final Caller caller;

  LinkRoutes(Links links, LinkTickets change, Caller caller) {
    this.links = links;
    this.change = change;
    this.caller = caller;
  }

  @GET
  @Access
  @Operation(
      summary = "List the links of a ticket",
      description = "Oldest first; links to tickets that the caller does not see are left out.")
  public Uni<Page<LinkView>> list(
      @BeanParam TicketAddress ticket, @Valid @BeanParam PageQuery page) {
    return links.page(caller.actor(), ticket, page);
  }

  @POST
  @Access
  @Operation(
      summary = "Link a ticket to another one",
      description =
          "For whoever may change any field of the ticket. Both ends show it: blocks is blocked_by"
              + " from the other end, duplicates is duplicated_by, relates is the same.")
  @APIResponse(
      responseCode = "201",
      description = "The new link",
      content = @Content(schema = @Schema(implementation = LinkView.class)))
  @APIResponse(
      responseCode = "404",
      description = "NOT_FOUND: the ticket, or the other one, as far as the caller sees")
  @APIResponse(
      responseCode = "409",
      description = "CONFLICT: they are linked so already, or tickets would block each other")
  public Uni<Response> create(@BeanParam TicketAddress ticket, @Valid @NotNull CreateLink body) {
    return change.link(caller.actor(), ticket, body).map(Created::answer);
  }

  @GET
  @Path("/{link}")
  @Access
  @Operation(summary = "Read one link")
  public Uni<LinkView> get(@BeanParam TicketAddress ticket, @RestPath String link) {
    return links.one(caller.actor(), ticket, link);
  }

  @DELETE
  @Path("/{link}")
  @Access
  @Operation(
      summary = "Take a link away, from both ends",
      description = "For whoever may change any field of the ticket.")
  @APIResponse(responseCode = "204", description = "It is gone")
  public Uni<Void> delete(@BeanParam TicketAddress ticket, @RestPath String link) {
    return change.unlink(caller.actor(), ticket, link);
  }
}
