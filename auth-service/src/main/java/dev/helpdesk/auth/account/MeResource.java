package dev.helpdesk.auth.account;

import dev.helpdesk.auth.session.CurrentSession;
import dev.helpdesk.kit.security.Access;
import dev.helpdesk.kit.security.Caller;
import dev.helpdesk.kit.web.IfMatch;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The caller as a person. */
@Path("/api/v1/users/me")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Me")
class MeResource {
  private final ProfileService profiles;
  private final PasswordService passwords;
  private final Caller caller;
  private final CurrentSession session;

  MeResource(
      ProfileService profiles, PasswordService passwords, Caller caller, CurrentSession session) {
    this.profiles = profiles;
    this.passwords = passwords;
    this.caller = caller;
    this.session = session;
  }

  @GET
  @Access
  @SecurityRequirement(name = "bearer")
  @Operation(operationId = "getMe", summary = "Who I am")
  public Uni<UserView> get() {
    return profiles.get(caller.actor());
  }

  @PATCH
  @Access
  @SecurityRequirement(name = "bearer")
  @Operation(
      operationId = "updateMe",
      summary = "Change my name, username, GitHub name or language")
  @APIResponse(responseCode = "200", description = "As I am now")
  @APIResponse(responseCode = "409", ref = "Conflict")
  @APIResponse(responseCode = "412", ref = "PreconditionFailed")
  public Uni<UserView> update(
      @Valid @NotNull UpdateMe body, @HeaderParam("If-Match") @Nullable IfMatch expected) {
    return profiles.update(caller.actor(), body, expected);
  }

  @POST
  @Path("/password")
  @Access
  @SecurityRequirement(name = "bearer")
  @Operation(
      operationId = "changePassword",
      summary = "Change my password; ends all my other sessions")
  @APIResponse(responseCode = "204", description = "Changed")
  public Uni<Void> changePassword(@Valid @NotNull ChangePassword body) {
    return session.find().chain(id -> passwords.change(caller.actor(), body, id, caller.address()));
  }
}
