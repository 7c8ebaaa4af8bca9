package dev.helpdesk.ticketing.ticket;

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

/** Tickets of all spaces that the caller sees. */
@Path("/api/v1/tickets")
@Tag(name = "Tickets")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TicketResource extends ListRoutes {
  private final BulkChange bulk;
  private final Caller caller;

  TicketResource(TicketLists lists, ExportTickets export, BulkChange bulk, Caller caller) {
    super(lists, export, caller);
    this.bulk = bulk;
    this.caller = caller;
  }

  @POST
  @Path("/bulk")
  @Access
  @Operation(
      summary = "Change many tickets at once",
      description = "Each is judged by itself, as if it were changed alone.")
  @APIResponse(
      responseCode = "207",
      description = "What became of each, in their order",
      content = @Content(schema = @Schema(implementation = BulkResults.class)))
  public Uni<Response> bulk(@Valid @NotNull BulkPatch body) {
    return bulk.patch(caller.actor(), body)
        .map(results -> Response.status(207).entity(results).build());
  }
}
