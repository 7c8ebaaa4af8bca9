package dev.helpdesk.auth.signin;

import dev.helpdesk.auth.email.EmailAddress;
import dev.helpdesk.auth.email.ValidEmail;
import jakarta.validation.constraints.NotBlank;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Asks for a code to set a new password with. */
record ForgotPassword(@NotBlank @ValidEmail @Schema(examples = "ada@example.org") String email) {
  ForgotPassword {
    email = EmailAddress.normal(email);
  }
}
