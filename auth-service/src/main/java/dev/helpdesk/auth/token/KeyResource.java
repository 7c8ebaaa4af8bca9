package dev.helpdesk.auth.token;

import dev.helpdesk.kit.page.Page;
import dev.helpdesk.kit.page.PageQuery;
import dev.helpdesk.kit.security.Access;
import dev.helpdesk.kit.security.Caller;
import dev.helpdesk.kit.security.Who;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The keys that sign access tokens. */
@Path("/api/v1/keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Keys")
class KeyResource {
  private final KeyAdministration keys;
  private final Caller caller;

  KeyResource(KeyAdministration keys, Caller caller) {
    this.keys = keys;
    this.caller = caller;
  }

  @GET
  @Access(Who.ADMIN)
  @SecurityRequirement(name = "bearer")
  @Operation(operationId = "listKeys", summary = "The signing keys, newest first")
  public Uni<Page<KeyView>> list(@Valid @BeanParam PageQuery page) {
    return keys.list(page);
  }

  @POST
  @Path("/rotate")
  @Access(Who.ADMIN)
  @SecurityRequirement(name = "bearer")
  @Operation(
      operationId = "rotateKeys",
      summary = "Take a new signing key up",
      description =
          "It is published at once and signs a few seconds later. The key before goes on to"
              + " verify; the one before that does not, so rotate twice to withdraw a stolen key.")
  @APIResponse(responseCode = "200", description = "The new key")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public Uni<KeyView> rotate() {
    return keys.rotate(caller.actor());
  }
}
