package dev.helpdesk.ticketing.agreement;

import dev.helpdesk.kit.security.Access;
import dev.helpdesk.kit.security.Caller;
import dev.helpdesk.kit.web.IfMatch;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a space promises, over HTTP. */
@Path("/api/v1/spaces/{space}/sla")
@Tag(name = "SLA", description = "When tickets are due, and why")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PolicyResource {
  private final PolicyService policies;
  private final SimulatePolicy simulate;
  private final Caller caller;

  PolicyResource(PolicyService policies, SimulatePolicy simulate, Caller caller) {
    this.policies = policies;
    this.simulate = simulate;
    this.caller = caller;
  }

  @GET
  @Access
  @Operation(
      summary = "Read what a space promises",
      description = "The defaults, version 0, where nobody ever set anything.")
  @APIResponse(
      responseCode = "200",
      description = "The policy",
      content = @Content(schema = @Schema(implementation = PolicyView.class)))
  public Uni<PolicyView> get(
      @Parameter(description = "Its id or key", example = "SA") String space) {
    return policies.get(caller.actor(), space);
  }

  @PUT
  @Access
  @Operation(
      summary = "Set what a space promises",
      description =
          "For its owners and admins. Open tickets follow in the background; settled ones keep what held for them.")
  @APIResponse(
      responseCode = "200",
      description = "The policy as it is now",
      content = @Content(schema = @Schema(implementation = PolicyView.class)))
  @APIResponse(responseCode = "409", description = "OPTIMISTIC_LOCK (with currentVersion)")
  @APIResponse(responseCode = "412", description = "OPTIMISTIC_LOCK (with currentVersion)")
  public Uni<PolicyView> set(
      String space,
      @HeaderParam("If-Match") @Nullable IfMatch expected,
      @Valid @NotNull SetPolicy body) {
    return policies.set(caller.actor(), space, body, expected);
  }

  @POST
  @Path("/simulate")
  @Access
  @Operation(
      summary = "Try a policy on the open tickets",
      description =
          "For the space's owners and admins. Changes nothing; looks at the 5000 open tickets with the lowest numbers.")
  @APIResponse(
      responseCode = "200",
      description = "What the policy would change",
      content = @Content(schema = @Schema(implementation = Simulation.class)))
  public Uni<Simulation> simulate(String space, @Valid @NotNull SetPolicy body) {
    return simulate.simulate(caller.actor(), space, body);
  }
}
