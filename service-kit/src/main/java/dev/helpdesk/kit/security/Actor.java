package dev.helpdesk.kit.security;

import dev.helpdesk.contracts.user.Role;
import java.util.Set;
import java.util.UUID;

/**
 * The caller as services know them; scopes are empty for a session, which may do all its role may.
 */
public record Actor(UUID id, String email, Role role, Set<Scope> scopes) {
  public boolean isAtLeast(Role wanted) {
    return role.compareTo(wanted) >= 0;
  }

  public boolean lacks(Scope scope) {
    return !scopes.isEmpty() && !scopes.contains(scope);
  }
}
