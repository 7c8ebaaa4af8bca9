package dev.helpdesk.auth.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.helpdesk.auth.password.ValidPassword;
import jakarta.validation.constraints.NotBlank;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new password for who knows the old one. */
record ChangePassword(
    @NotBlank
        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
        @Schema(examples = "Analytical-1843")
        String oldPassword,
    @NotBlank
        @ValidPassword
        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
        @Schema(examples = "Difference-1822")
        String newPassword) {
  /** Never the passwords. */
  @Override
  public String toString() {
    return "ChangePassword[]";
  }
}
