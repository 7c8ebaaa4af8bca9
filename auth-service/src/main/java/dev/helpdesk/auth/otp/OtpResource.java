package dev.helpdesk.auth.otp;

import dev.helpdesk.kit.security.Access;
import dev.helpdesk.kit.security.Who;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Codes by mail. */
@Path("/api/v1/otp")
@Tag(name = "Registration")
class OtpResource {
  private final OtpService otps;

  OtpResource(OtpService otps) {
    this.otps = otps;
  }

  @POST
  @Path("/send-otp")
  @Consumes(MediaType.APPLICATION_JSON)
  @ResponseStatus(202)
  @Access(Who.ANYONE)
  @Operation(
      operationId = "sendOtp",
      summary = "Send a one-time password to register with",
      description =
          "Six digits by mail, valid for five minutes. One a minute and ten a day for an address."
              + " The mail is in German or English, as Accept-Language prefers; English otherwise."
              + " The answer does not tell whether the address has an account.")
  @APIResponse(responseCode = "202", description = "It is on its way")
  public Uni<Void> send(
      @Valid @NotNull SendOtp body,
      @Parameter(description = "The mail's language", example = "de-AT, en;q=0.5")
          @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE)
          @Nullable String languages) {
    return otps.sendForRegistration(body, MailLanguage.of(languages));
  }
}
