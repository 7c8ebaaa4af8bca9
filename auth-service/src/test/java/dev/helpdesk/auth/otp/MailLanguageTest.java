package dev.helpdesk.auth.otp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailLanguageTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de|de",
        "DE|de",
        "de-AT|de",
        "de-CH, en;q=0.5|de",
        "en, de|en",
        "en;q=0.5, de;q=0.9|de",
        "fr, de;q=0.3, en;q=0.2|de",
        "de;q=0, en|en",
        "fr|en",
        "*|en"
      })
  void isWhatTheClientPrefersOfWhatThereIs(String header, String language) {
    assertThat(MailLanguage.of(header)).isEqualTo(language);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ",", "de;q=x", "de;q=7", "\u0000", "<script>", "de_DE"})
  void isEnglishForWhoSendsNonsense(String header) {
    assertThat(MailLanguage.of(header)).isEqualTo("en");
  }

  @Test
  void isEnglishForWhoSendsNothingOrTooMuch() {
    assertThat(MailLanguage.of(null)).isEqualTo("en");
    assertThat(MailLanguage.of("de" + ",a-b".repeat(20_000))).isEqualTo("en");
  }
}
