package dev.helpdesk.auth.otp;

import dev.helpdesk.auth.email.EmailAddress;
import dev.helpdesk.auth.email.ValidEmail;
import jakarta.validation.constraints.NotBlank;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Asks for a code by mail. */
public record SendOtp(@NotBlank @ValidEmail @Schema(examples = "ada@example.org") String email) {
  public SendOtp {
    email = EmailAddress.normal(email);
  }
}
