package dev.helpdesk.ticketing.ticket;

import dev.helpdesk.kit.idempotency.Created;
import dev.helpdesk.kit.security.Access;
import dev.helpdesk.kit.security.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Tickets of one space. */
@Path("/api/v1/spaces/{space}/tickets")
@Tag(name = "Tickets")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SpaceTicketResource extends ListRoutes {
  private final FileTicket file;
  private final Caller caller;

  SpaceTicketResource(TicketLists lists, ExportTickets export, FileTicket file, Caller caller) {
    super(lists, export, caller);
    this.file = file;
    this.caller = caller;
  }

  @POST
  @Access
  @Operation(summary = "File a ticket", description = "For everybody who sees the space.")
  @APIResponse(
      responseCode = "201",
      description = "The new ticket",
      content = @Content(schema = @Schema(implementation = TicketView.class)))
  public Uni<Response> create(@RestPath String space, @Valid @NotNull CreateTicket body) {
    return file.file(caller.actor(), space, body).map(Created::answer);
  }
}
