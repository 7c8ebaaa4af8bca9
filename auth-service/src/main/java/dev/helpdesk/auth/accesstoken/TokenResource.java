package dev.helpdesk.auth.accesstoken;

import dev.helpdesk.kit.idempotency.Created;
import dev.helpdesk.kit.page.Page;
import dev.helpdesk.kit.page.PageQuery;
import dev.helpdesk.kit.security.Access;
import dev.helpdesk.kit.security.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;

/** The caller's personal access tokens. */
@Path("/api/v1/users/me/tokens")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access tokens")
class TokenResource {
  private final TokenService tokens;
  private final Caller caller;

  TokenResource(TokenService tokens, Caller caller) {
    this.tokens = tokens;
    this.caller = caller;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Cache(noStore = true)
  @Access
  @SecurityRequirement(name = "bearer")
  @Operation(
      operationId = "createToken",
      summary = "Make a token for a client of mine",
      description =
          "The answer alone has the secret, as token; not even a repeat with the same"
              + " Idempotency-Key shows it again.")
  @APIResponse(
      responseCode = "201",
      description = "The new token with its secret",
      content = @Content(schema = @Schema(implementation = NewTokenView.class)))
  @APIResponse(responseCode = "409", ref = "Conflict")
  public Uni<Response> create(@Valid @NotNull CreateToken body) {
    return tokens.create(caller.actor(), body).map(Created::answer);
  }

  @GET
  @Access
  @SecurityRequirement(name = "bearer")
  @Operation(operationId = "listTokens", summary = "My tokens, without their secrets")
  public Uni<Page<TokenView>> list(@Valid @BeanParam PageQuery page) {
    return tokens.list(caller.actor(), page);
  }

  @GET
  @Path("/{id}")
  @Access
  @SecurityRequirement(name = "bearer")
  @Operation(operationId = "getToken", summary = "One of my tokens, without its secret")
  @APIResponse(responseCode = "200", description = "The token")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Uni<TokenView> get(UUID id) {
    return tokens.get(caller.actor(), id);
  }

  @DELETE
  @Path("/{id}")
  @Access
  @SecurityRequirement(name = "bearer")
  @Operation(operationId = "deleteToken", summary = "Withdraw one of my tokens")
  @APIResponse(responseCode = "204", description = "It trades for nothing any more")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Uni<Void> delete(UUID id) {
    return tokens.delete(caller.actor(), id);
  }
}
