package dev.helpdesk.auth.signin;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.helpdesk.kit.problem.CommonError;
import dev.helpdesk.kit.problem.FieldError;
import dev.helpdesk.kit.problem.ProblemException;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who somebody says they are, by email address or username, and their password. */
record SignIn(
    @Size(max = 254) @Schema(examples = "ada@example.org") @Nullable String email,
    @Size(max = 254) @Schema(examples = "ada") @Nullable String username,
    @NotBlank
        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
        @Schema(examples = "Analytical-1843")
        String password) {

  /** Either field takes either name. */
  Login login() {
    if (email != null && !email.isBlank()) {
      return Login.of(email);
    }
    if (username != null && !username.isBlank()) {
      return Login.of(username);
    }
    throw new ProblemException(
        CommonError.FIELD_REQUIRED,
        "email or username is required",
        List.of(FieldError.required("email")));
  }

  /** Never the password. */
  @Override
  public String toString() {
    return "SignIn[]";
  }
}
