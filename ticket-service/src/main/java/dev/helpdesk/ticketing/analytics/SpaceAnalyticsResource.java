package dev.helpdesk.ticketing.analytics;

import dev.helpdesk.kit.security.Caller;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Figures of one space. */
@Path("/api/v1/spaces/{space}/analytics")
@Tag(name = "Analytics")
@SecurityRequirement(name = "bearer")
@Consumes(MediaType.APPLICATION_JSON)
public class SpaceAnalyticsResource extends AnalyticsRoutes {
  SpaceAnalyticsResource(AnalyticsAnswer answer, Caller caller) {
    super(answer, caller);
  }
}
