package dev.helpdesk.auth.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helpdesk.auth.Settings;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnsafeGeneratedKeysTest {
  @Test
  void keysInTheDatabaseAreRefused() {
    assertThat(complaint(Map.of()))
        .hasValueSatisfying(text -> assertThat(text).startsWith("helpdesk.jwt.keys-dir "));
  }

  @Test
  void mountedKeysAreFine() {
    assertThat(complaint(Map.of("helpdesk.jwt.keys-dir", "/run/secrets/keys"))).isEmpty();
  }

  private static Optional<String> complaint(Map<String, String> settings) {
    KeyFiles files = new KeyFiles(Settings.of(TokenSettings.class, settings));
    return new UnsafeGeneratedKeys(files).complaint();
  }
}
