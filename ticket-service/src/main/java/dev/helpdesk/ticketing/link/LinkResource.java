package dev.helpdesk.ticketing.link;

import dev.helpdesk.kit.security.Caller;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Links of a ticket by its key or id alone. */
@Path("/api/v1/tickets/{ticket}/links")
@Tag(name = "Links")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class LinkResource extends LinkRoutes {
  LinkResource(Links links, LinkTickets change, Caller caller) {
    super(links, change, caller);
  }
}
