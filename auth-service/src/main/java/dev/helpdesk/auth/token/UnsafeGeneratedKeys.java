package dev.helpdesk.auth.token;

import dev.helpdesk.kit.operation.UnsafeSetting;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Generated keys lie in the database, where every backup has them. */
@ApplicationScoped
class UnsafeGeneratedKeys implements UnsafeSetting {
  private final KeyFiles files;

  UnsafeGeneratedKeys(KeyFiles files) {
    this.files = files;
  }

  @Override
  public Optional<String> complaint() {
    return files.areMounted()
        ? Optional.empty()
        : Optional.of("helpdesk.jwt.keys-dir (not set: signing keys would be in the database)");
  }
}
