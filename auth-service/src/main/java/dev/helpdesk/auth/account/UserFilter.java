package dev.helpdesk.auth.account;

import dev.helpdesk.contracts.user.Role;
import dev.helpdesk.kit.page.Listing;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which people a list is to hold. */
@RegisterForReflection
public class UserFilter {
  private static final String ROLES = "(?i)user|reporter|agent|developer|dev|support_agent|admin";

  @RestQuery
  @Size(max = 254)
  @Parameter(description = "A part of the name, the email address or the username")
  public @Nullable String search;

  @RestQuery
  @Pattern(regexp = ROLES, message = "must be user, agent or admin")
  @Parameter(description = "user, agent or admin")
  public @Nullable String role;

  @RestQuery
  @Pattern(regexp = "true|false", message = "must be true or false")
  @Parameter(description = "true for people who can sign in, false for closed accounts")
  public @Nullable String active;

  void narrow(Listing listing) {
    if (search != null && !search.isBlank()) {
      String part = "%" + search.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%";
      listing.where("name ILIKE ? OR email ILIKE ? OR username ILIKE ?", part, part, part);
    }
    if (role != null) {
      listing.where("role = ?", Role.of(role).name());
    }
    if (active != null) {
      listing.where("active = ?", Boolean.valueOf(active));
    }
  }
}
