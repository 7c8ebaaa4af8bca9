package dev.helpdesk.kit.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helpdesk.kit.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      textBlock =
          """
          abc, abc
          '"abc"', abc
          ' abc ', abc
          '"a b"', a b
          '"', '"'
          '""a""', '"a"'
          """)
  void readsTheKeyWithoutItsQuotes(String header, String key) {
    assertThat(IdempotencyKey.parse(header)).isEqualTo(key);
  }

  @Test
  void noHeaderIsNoKey() {
    assertThat(IdempotencyKey.parse(null)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\"\"", "a\tb", "a\u007f", "\u00e9", "\ud83d\ude00"})
  void refusesWhatIsNotPrintable(String header) {
    assertThatThrownBy(() -> IdempotencyKey.parse(header))
        .isInstanceOf(ProblemException.class)
        .hasMessageStartingWith("Idempotency-Key ");
  }
}
