package dev.helpdesk.ticketing.ticket;

import dev.helpdesk.kit.security.Caller;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Changes of a ticket under its space. */
@Path("/api/v1/spaces/{space}/tickets")
@Tag(name = "Tickets")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SpaceItemResource extends ItemRoutes {
  SpaceItemResource(ChangeTicket change, TicketRemoval removal, Caller caller) {
    super(change, removal, caller);
  }
}
