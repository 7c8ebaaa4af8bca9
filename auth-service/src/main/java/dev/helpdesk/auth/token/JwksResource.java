package dev.helpdesk.auth.token;

import dev.helpdesk.kit.security.Access;
import dev.helpdesk.kit.security.Who;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What verifiers of our tokens read. */
@Path("/.well-known")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Keys")
class JwksResource {
  private final KeyService keys;

  JwksResource(KeyService keys) {
    this.keys = keys;
  }

  @GET
  @Path("/jwks.json")
  @Access(Who.PROBE)
  @Operation(operationId = "getJwks", summary = "The public keys that our tokens verify with")
  public Uni<Jwks> jwks() {
    return keys.list().map(Jwks::from);
  }
}
