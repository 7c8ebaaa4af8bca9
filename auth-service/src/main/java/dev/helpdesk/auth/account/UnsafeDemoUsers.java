package dev.helpdesk.auth.account;

import dev.helpdesk.kit.operation.UnsafeSetting;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Everybody can read the demo users' password. */
@ApplicationScoped
class UnsafeDemoUsers implements UnsafeSetting {
  private final DemoSettings settings;

  UnsafeDemoUsers(DemoSettings settings) {
    this.settings = settings;
  }

  @Override
  public Optional<String> complaint() {
    return settings.wanted()
        ? Optional.of("helpdesk.demo-users=true (their password is public)")
        : Optional.empty();
  }
}
