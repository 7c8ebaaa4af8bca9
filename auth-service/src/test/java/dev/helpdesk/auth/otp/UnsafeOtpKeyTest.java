package dev.helpdesk.auth.otp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helpdesk.auth.Settings;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnsafeOtpKeyTest {
  @Test
  void theKeyThatEverybodyCanReadIsRefused() {
    assertThat(complaint(Map.of())).hasValueSatisfying(UnsafeOtpKeyTest::namesTheSetting);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "fifteen-letters"})
  void aShortKeyIsRefusedAndNotShown(String key) {
    assertThat(complaint(Map.of("helpdesk.otp.key", key)))
        .hasValueSatisfying(UnsafeOtpKeyTest::namesTheSetting)
        .hasValueSatisfying(text -> assertThat(text).doesNotContain("fifteen"));
  }

  @Test
  void aKeyOfOnesOwnIsFine() {
    assertThat(complaint(Map.of("helpdesk.otp.key", "sixteen-letters!"))).isEmpty();
  }

  private static void namesTheSetting(String complaint) {
    assertThat(complaint).startsWith("helpdesk.otp.key ");
  }

  private static Optional<String> complaint(Map<String, String> settings) {
    return new UnsafeOtpKey(Settings.of(OtpSettings.class, settings)).complaint();
  }
}
