package dev.helpdesk.ticketing.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpaceKeyTest {
  @ParameterizedTest
  @CsvSource({
    "Sample App, SA",
    "Website, WEB",
    "sample app, SA",
    "a b c d e f g, ABCDE",
    "IT, IT",
    "A, AX",
    "x!, XX",
    "Über Größe, UG",
    "ßeta, SSE",
    "R&D team, RDT",
    "日本, SP",
    "🚀, SP",
    "!!!, SP",
    "日本 Apple, APP",
    "7 Wonders, 7W",
    "Łódź, LOD",
    "it's, IS",
  })
  void isMadeFromTheName(String name, String key) {
    assertThat(SpaceKey.of(name)).isEqualTo(key);
  }

  @Test
  void takesTheLowestFreeNumber() {
    assertThat(SpaceKey.free("SA", Set.of())).isEqualTo("SA");
    assertThat(SpaceKey.free("SA", Set.of("SA"))).isEqualTo("SA2");
    assertThat(SpaceKey.free("SA", Set.of("SA", "SA2", "SA4"))).isEqualTo("SA3");
  }
}
