package dev.helpdesk.kit.web;

import dev.helpdesk.kit.security.Access;
import dev.helpdesk.kit.security.Who;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** That the process answers; /q/health/* tells what it needs. */
@Path("/health")
@Tag(name = "Health")
public class Health {
  /** The answer of /health. */
  public record Status(String status, Instant timestamp) {}

  @GET
  @Access(Who.PROBE)
  @Operation(operationId = "getHealth", summary = "Whether the service answers")
  public Status health() {
    return new Status("ok", Instant.now());
  }
}
