package dev.helpdesk.ticketing.link;

import dev.helpdesk.kit.security.Caller;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Links of a ticket under its space. */
@Path("/api/v1/spaces/{space}/tickets/{ticket}/links")
@Tag(name = "Links")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SpaceLinkResource extends LinkRoutes {
  SpaceLinkResource(Links links, LinkTickets change, Caller caller) {
    super(links, change, caller);
  }
}
