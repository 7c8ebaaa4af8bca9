package dev.helpdesk.auth.accesstoken;

import dev.helpdesk.kit.security.Access;
import dev.helpdesk.kit.security.Who;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;

/** The way in for clients. */
@Path("/api/v1/users/token")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access tokens")
class ExchangeResource {
  private final ExchangeService exchanges;

  ExchangeResource(ExchangeService exchanges) {
    this.exchanges = exchanges;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Cache(noStore = true)
  @Access(Who.ANYONE)
  @Operation(
      operationId = "exchangeToken",
      summary = "Trade a personal access token for a short-lived one with its scopes")
  @APIResponse(responseCode = "200", description = "The short-lived token")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  public Uni<ExchangedToken> exchange(@Valid @NotNull ExchangeToken body) {
    return exchanges.exchange(body);
  }
}
