package dev.helpdesk.auth.otp;

import dev.helpdesk.kit.operation.UnsafeSetting;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The key that everybody can read here protects nothing. */
@ApplicationScoped
class UnsafeOtpKey implements UnsafeSetting {
  static final String DEFAULT = "only-for-trying-out";

  private static final int MIN_LENGTH = 16;

  private final OtpSettings settings;

  UnsafeOtpKey(OtpSettings settings) {
    this.settings = settings;
  }

  @Override
  public Optional<String> complaint() {
    boolean unsafe = settings.key().equals(DEFAULT) || settings.key().length() < MIN_LENGTH;
    return unsafe
        ? Optional.of("helpdesk.otp.key (set a secret of at least 16 characters of your own)")
        : Optional.empty();
  }
}
