package dev.helpdesk.auth.session;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The session that the present request's access token belongs to. */
@RequestScoped
public class CurrentSession {
  private final CurrentIdentityAssociation identity;

  CurrentSession(CurrentIdentityAssociation identity) {
    this.identity = identity;
  }

  /** Empty for a personal access token. */
  public Uni<Optional<UUID>> find() {
    return identity.getDeferredIdentity().map(CurrentSession::idIn);
  }

  private static Optional<UUID> idIn(SecurityIdentity caller) {
    return caller.getPrincipal() instanceof JsonWebToken token
        ? token.<Object>claim("sid").map(id -> UUID.fromString(id.toString()))
        : Optional.empty();
  }
}
