package dev.helpdesk.ticketing.github;

import dev.helpdesk.kit.security.Caller;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Linking a ticket by its key or id alone. */
@Path("/api/v1/tickets")
@Tag(name = "GitHub")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class LinkResource extends LinkRoutes {
  LinkResource(LinkTicket link, Caller caller) {
    super(link, caller);
  }
}
