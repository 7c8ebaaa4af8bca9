package dev.helpdesk.auth.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.helpdesk.auth.email.EmailAddress;
import dev.helpdesk.auth.email.ValidEmail;
import dev.helpdesk.auth.password.ValidPassword;
import dev.helpdesk.contracts.user.Role;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Opens an account. An administrator needs no otp, and alone may give a role above user. */
record RegisterUser(
    @NotBlank @PersonName @Schema(examples = "Ada Lovelace") String name,
    @NotBlank @ValidEmail @Schema(examples = "ada@example.org") String email,
    @NotBlank
        @ValidPassword
        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
        @Schema(examples = "Analytical-1843")
        String password,
    @Size(max = 32)
        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
        @Schema(examples = "042137")
        @Nullable String otp,
    @Pattern(regexp = Username.PATTERN, message = Username.RULE) @Schema(examples = "ada")
        @Nullable String username,
    @Schema(examples = "user") @Nullable Role role) {
  RegisterUser {
    email = EmailAddress.normal(email);
    name = PersonNames.normal(name);
  }

  Role wantedRole() {
    return role == null ? Role.USER : role;
  }

  /** Never the password or the code. */
  @Override
  public String toString() {
    return "RegisterUser[" + username + "]";
  }
}
