package dev.helpdesk.auth.account;

import dev.helpdesk.contracts.user.Role;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an administrator may change of somebody; absent fields stay. */
record UpdateUser(
    @Nullable Optional<@NotBlank @PersonName String> name,
    @Nullable Optional<@NotNull Role> role,
    @Nullable Optional<@NotNull Boolean> active,
    @Nullable Integer version) {
  UpdateUser {
    name = name == null ? null : name.map(PersonNames::normal);
  }

  void applyTo(Account account) {
    if (name != null) {
      name.ifPresent(account::rename);
    }
    if (role != null) {
      role.ifPresent(account::become);
    }
    if (active != null) {
      active.ifPresent(account::activate);
    }
  }
}
