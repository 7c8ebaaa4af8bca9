package dev.helpdesk.ticketing.agreement;

import dev.helpdesk.kit.security.Caller;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The deadline of a ticket by its key or id alone. */
@Path("/api/v1/tickets/{ticket}/sla")
@Tag(name = "SLA")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TicketSlaResource extends TicketSlaRoutes {
  TicketSlaResource(ExplainDeadline explain, Caller caller) {
    super(explain, caller);
  }
}
