package dev.helpdesk.ticketing.watcher;

import dev.helpdesk.kit.security.Caller;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Watchers of a ticket under its space. */
@Path("/api/v1/spaces/{space}/tickets/{ticket}/watchers")
@Tag(name = "Watchers")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SpaceWatcherResource extends WatcherRoutes {
  SpaceWatcherResource(Watching watching, Caller caller) {
    super(watching, caller);
  }
}
