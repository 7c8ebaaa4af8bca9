package dev.helpdesk.ticketing.watcher;

import dev.helpdesk.kit.page.Page;
import dev.helpdesk.kit.page.PageQuery;
import dev.helpdesk.kit.security.Access;
import dev.helpdesk.kit.security.Caller;
import dev.helpdesk.ticketing.directory.AuthorView;
import dev.helpdesk.ticketing.ticket.TicketAddress;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/**
 * Watchers over HTTP, whichever way the ticket is addressed.
 *
 * <p>Public, because javac gives a public class bridges for methods of a hidden one, and those
 * would pass validation and access control by.
 */
public abstract class WatcherRoutes {
  private final Watching watching;
  private final Caller caller;

  WatcherRoutes(Watching watching, Caller caller) {
    this.watching = watching;
    this.caller = caller;
  }

  @GET
  @Access
  @Operation(summary = "List who watches a ticket")
  public Uni<Page<AuthorView>> list(
      @BeanParam TicketAddress ticket, @Valid @BeanParam PageQuery page) {
    return watching.list(caller.actor(), ticket, page);
  }

  @PUT
  @Path("/me")
  @Consumes(MediaType.WILDCARD)
  @Access
  @Operation(summary = "Watch a ticket")
  @APIResponse(responseCode = "204", description = "The caller watches it")
  public Uni<Void> start(@BeanParam TicketAddress ticket) {
    return watching.start(caller.actor(), ticket);
  }

  @DELETE
  @Path("/me")
  @Access
  @Operation(summary = "Watch a ticket no more")
  @APIResponse(responseCode = "204", description = "The caller does not watch it")
  public Uni<Void> stop(@BeanParam TicketAddress ticket) {
    return watching.stop(caller.actor(), ticket);
  }
}
