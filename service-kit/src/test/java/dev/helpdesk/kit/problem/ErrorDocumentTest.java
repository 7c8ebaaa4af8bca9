package dev.helpdesk.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorDocumentTest {
  @ParameterizedTest
  @EnumSource(CommonError.class)
  void everyCodeStandsInTheDocumentWithItsStatus(CommonError error) throws IOException {
    String document = Files.readString(Path.of("..", "docs", "errors.md"));
    assertThat(document.lines())
        .anyMatch(
            line ->
                line.contains("`" + error.code() + "`")
                    && line.contains(Integer.toString(error.status())));
  }
}
