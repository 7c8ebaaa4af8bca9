package dev.helpdesk.auth.signin;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.helpdesk.auth.email.EmailAddress;
import dev.helpdesk.auth.email.ValidEmail;
import dev.helpdesk.auth.password.ValidPassword;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new password for who holds the code from the mail. */
record ResetPassword(
    @NotBlank @ValidEmail @Schema(examples = "ada@example.org") String email,
    @NotBlank
        @Size(max = 32)
        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
        @Schema(examples = "042137")
        String otp,
    @NotBlank
        @ValidPassword
        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
        @Schema(examples = "Difference-1822")
        String password) {
  ResetPassword {
    email = EmailAddress.normal(email);
  }

  /** Never the code or the password. */
  @Override
  public String toString() {
    return "ResetPassword[]";
  }
}
