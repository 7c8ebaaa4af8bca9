package dev.helpdesk.auth.account;

import dev.helpdesk.kit.idempotency.Created;
import dev.helpdesk.kit.page.Page;
import dev.helpdesk.kit.page.PageQuery;
import dev.helpdesk.kit.security.Access;
import dev.helpdesk.kit.security.Caller;
import dev.helpdesk.kit.security.Who;
import dev.helpdesk.kit.web.IfMatch;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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
import org.jspecify.annotations.Nullable;

/** People. */
@Path("/api/v1/users")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Users")
class UserResource {
  private final RegistrationService registrations;
  private final UserDirectory directory;
  private final UserAdministration administration;
  private final Caller caller;

  UserResource(
      RegistrationService registrations,
      UserDirectory directory,
      UserAdministration administration,
      Caller caller) {
    this.registrations = registrations;
    this.directory = directory;
    this.administration = administration;
    this.caller = caller;
  }

  @POST
  @Access(Who.ANYONE)
  @Operation(
      operationId = "registerUser",
      summary = "Register with a code from the mail, or, as an administrator, without",
      description = "Takes an Idempotency-Key. A role above user needs an administrator's token.")
  @APIResponse(
      responseCode = "201",
      description = "The new account; Location says where",
      content = @Content(schema = @Schema(implementation = UserView.class)))
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public Uni<Response> register(@Valid @NotNull RegisterUser body) {
    return registrations.register(caller.find(), body).map(Created::answer);
  }

  @GET
  @Access(Who.AGENT)
  @SecurityRequirement(name = "bearer")
  @Operation(operationId = "listUsers", summary = "Search people; for agents and administrators")
  public Uni<Page<UserView>> list(
      @Valid @BeanParam UserFilter filter, @Valid @BeanParam PageQuery page) {
    return directory.list(filter, page);
  }

  @GET
  @Path("/{id}")
  @Access(Who.AGENT)
  @SecurityRequirement(name = "bearer")
  @Operation(operationId = "getUser", summary = "One person; for agents and administrators")
  @APIResponse(
      responseCode = "200",
      description = "The person",
      content = @Content(schema = @Schema(implementation = UserView.class)))
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Uni<UserView> get(UUID id) {
    return directory.get(id);
  }

  @PATCH
  @Path("/{id}")
  @Access(Who.ADMIN)
  @SecurityRequirement(name = "bearer")
  @Operation(
      operationId = "updateUser",
      summary = "Change somebody's name or role, or close and open their account",
      description =
          "Who is closed or loses a role loses all sessions. The last active administrator stays.")
  @APIResponse(
      responseCode = "200",
      description = "The person as they are now",
      content = @Content(schema = @Schema(implementation = UserView.class)))
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  @APIResponse(responseCode = "412", ref = "PreconditionFailed")
  public Uni<UserView> update(
      UUID id,
      @Valid @NotNull UpdateUser body,
      @HeaderParam("If-Match") @Nullable IfMatch expected) {
    return administration.update(caller.actor(), id, body, expected);
  }
}
