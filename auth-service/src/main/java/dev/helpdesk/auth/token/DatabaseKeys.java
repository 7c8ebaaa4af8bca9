package dev.helpdesk.auth.token;

import dev.helpdesk.kit.security.VerificationKeys;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.PublicKey;
import java.util.Map;
import java.util.stream.Collectors;

/** This service verifies with its own table rather than over HTTP. */
@ApplicationScoped
class DatabaseKeys implements VerificationKeys {
  private final KeyTable table;

  DatabaseKeys(KeyTable table) {
    this.table = table;
  }

  @Override
  public Uni<Map<String, PublicKey>> read() {
    return table
        .read()
        .map(
            keys ->
                keys.stream()
                    .filter(SigningKey::isPublished)
                    .collect(Collectors.toMap(SigningKey::kid, SigningKey::publicKey)));
  }
}
