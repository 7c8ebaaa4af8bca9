package dev.helpdesk.ticketing.detail;

import dev.helpdesk.kit.security.Caller;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A ticket under its space. */
@Path("/api/v1/spaces/{space}/tickets")
@Tag(name = "Tickets")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SpaceDetailResource extends DetailRoutes {
  SpaceDetailResource(ReadTicket read, ReadTimeline timeline, Caller caller) {
    super(read, timeline, caller);
  }
}
