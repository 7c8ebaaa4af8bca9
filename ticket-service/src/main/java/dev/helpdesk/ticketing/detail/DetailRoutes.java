package dev.helpdesk.ticketing.detail;

import dev.helpdesk.kit.page.Page;
import dev.helpdesk.kit.page.PageQuery;
import dev.helpdesk.kit.security.Access;
import dev.helpdesk.kit.security.Caller;
import dev.helpdesk.ticketing.ticket.TicketAddress;
import dev.helpdesk.ticketing.timeline.EntryView;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/**
 * One ticket over HTTP, whichever way it is addressed.
 *
 * <p>Public, because javac gives a public class bridges for methods of a hidden one, and those
 * would pass validation and access control by.
 */
public abstract class DetailRoutes {
  private final ReadTicket read;
  private final ReadTimeline timeline;
  private final Caller caller;

  DetailRoutes(ReadTicket read, ReadTimeline timeline, Caller caller) {
    this.read = read;
    this.timeline = timeline;
    this.caller = caller;
  }

  @GET
  @Path("/{ticket}")
  @Access
  @Operation(
      summary = "Read a ticket",
      description = "With its newest 50 comments and lines of the timeline, oldest of them first.")
  @APIResponse(
      responseCode = "200",
      description = "The ticket",
      content = @Content(schema = @Schema(implementation = TicketDetail.class)))
  public Uni<TicketDetail> get(@BeanParam TicketAddress ticket) {
    return read.read(caller.actor(), ticket);
  }

  @GET
  @Path("/{ticket}/timeline")
  @Access
  @Operation(
      summary = "List what happened to a ticket",
      description =
          "Oldest first; lines about internal comments only for agents, owners and admins.")
  public Uni<Page<EntryView>> timeline(
      @BeanParam TicketAddress ticket, @Valid @BeanParam PageQuery page) {
    return timeline.page(caller.actor(), ticket, page);
  }
}
