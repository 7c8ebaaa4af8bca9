package dev.helpdesk.ticketing.analytics;

import dev.helpdesk.kit.security.Caller;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Figures over all spaces that the caller sees. */
@Path("/api/v1/analytics/overview")
@Tag(name = "Analytics")
@SecurityRequirement(name = "bearer")
@Consumes(MediaType.APPLICATION_JSON)
public class AnalyticsResource extends AnalyticsRoutes {
  AnalyticsResource(AnalyticsAnswer answer, Caller caller) {
    super(answer, caller);
  }
}
