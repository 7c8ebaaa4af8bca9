package dev.helpdesk.auth.signin;

import dev.helpdesk.kit.idempotency.IdempotencyKey;
import dev.helpdesk.kit.security.Access;
import dev.helpdesk.kit.security.Caller;
import dev.helpdesk.kit.security.Who;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** The ways in and out. */
@Path("/api/v1/users")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sign-in")
class SignInResource {
  private final SignInService signIns;
  private final RefreshService refreshes;
  private final RecoveryService recovery;
  private final Caller caller;

  SignInResource(
      SignInService signIns, RefreshService refreshes, RecoveryService recovery, Caller caller) {
    this.signIns = signIns;
    this.refreshes = refreshes;
    this.recovery = recovery;
    this.caller = caller;
  }

  @POST
  @Path("/sign-in")
  @Consumes(MediaType.APPLICATION_JSON)
  @Cache(noStore = true)
  @Access(Who.ANYONE)
  @Operation(
      operationId = "signIn",
      summary = "Sign in by email address or username",
      description = "Ten wrong passwords in 15 minutes lock the account for the caller's address.")
  @APIResponse(responseCode = "200", description = "A pair of tokens")
  @APIResponse(responseCode = "401", description = "INVALID_CREDENTIALS")
  public Uni<SignedIn> signIn(@Valid @NotNull SignIn body) {
    return signIns.signIn(body, caller.address());
  }

  @POST
  @Path("/refresh-token")
  @Cache(noStore = true)
  @Access(Who.ANYONE)
  @Operation(
      operationId = "refreshToken",
      summary = "Trade a refresh token for a new pair",
      description =
          "The old one dies; if it comes back, its whole session ends. A client that sends an"
              + " Idempotency-Key may repeat the request with the same key, once and within ten"
              + " seconds, if it never got the answer; the pair of the lost answer dies then.")
  @APIResponse(responseCode = "200", description = "A new pair of tokens")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  public Uni<SignedIn> refresh(
      @HeaderParam(RefreshService.HEADER) @Nullable String refreshToken,
      @Parameter(description = "New for each refresh, the same for its repeat")
          @HeaderParam(IdempotencyKey.HEADER)
          @Nullable String key) {
    return refreshes.refresh(refreshToken, key, caller.address());
  }

  @POST
  @Path("/sign-out")
  @Access(Who.ANYONE)
  @Operation(operationId = "signOut", summary = "End the session of a refresh token")
  @APIResponse(responseCode = "204", description = "It has ended, or there was none")
  public Uni<Void> signOut(@HeaderParam(RefreshService.HEADER) @Nullable String refreshToken) {
    return refreshes.signOut(refreshToken);
  }

  @POST
  @Path("/forgot-password")
  @Consumes(MediaType.APPLICATION_JSON)
  @ResponseStatus(202)
  @Access(Who.ANYONE)
  @Operation(
      operationId = "forgotPassword",
      summary = "Send a one-time password to set a new password with",
      description = "The answer does not tell whether the address has an account.")
  @APIResponse(responseCode = "202", description = "It is on its way")
  public Uni<Void> forgotPassword(@Valid @NotNull ForgotPassword body) {
    return recovery.forgot(body);
  }

  @POST
  @Path("/reset-password")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(Who.ANYONE)
  @Operation(
      operationId = "resetPassword",
      summary = "Set a new password with the code from the mail; ends every session")
  @APIResponse(responseCode = "204", description = "The new password holds")
  public Uni<Void> resetPassword(@Valid @NotNull ResetPassword body) {
    return recovery.reset(body);
  }
}
