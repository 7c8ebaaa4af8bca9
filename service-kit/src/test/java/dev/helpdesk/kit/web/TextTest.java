package dev.helpdesk.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "a", "é", "\ud83d\ude00", "a\ud83d\ude00b", "\uffff", "\u0001"})
  void holdsWhatTheDatabaseHolds(String text) {
    assertThat(Text.isStorable(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0000",
        "a\u0000",
        "\ud83d",
        "\ude00",
        "\ude00\ud83d",
        "\ud83da",
        "\ud83d\ud83d\ude00"
      })
  void refusesNulAndHalvesOfPairs(String text) {
    assertThat(Text.isStorable(text)).isFalse();
  }
}
