package dev.helpdesk.notification.preference;

import dev.helpdesk.kit.operation.UnsafeSetting;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** With a key that everybody can read anybody could switch off anybody's mail. */
@ApplicationScoped
class UnsafeUnsubscribeKey implements UnsafeSetting {
  static final String DEFAULT = "only-for-trying-out";

  private static final int MIN_LENGTH = 16;

  private final UnsubscribeSettings settings;

  UnsafeUnsubscribeKey(UnsubscribeSettings settings) {
    this.settings = settings;
  }

  @Override
  public Optional<String> complaint() {
    boolean unsafe = settings.key().equals(DEFAULT) || settings.key().length() < MIN_LENGTH;
    return unsafe
        ? Optional.of(
            "helpdesk.unsubscribe.key (set a secret of at least 16 characters of your own)")
        : Optional.empty();
  }
}
