package dev.helpdesk.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helpdesk.kit.sample.Things;
import dev.helpdesk.kit.sample.Together;
import dev.helpdesk.test.HelpdeskResource;
import dev.helpdesk.test.Problems;
import dev.helpdesk.test.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(HelpdeskResource.class)
class VersionTest {
  private static final int MANY = 50;

  private final String token = Tokens.user();
  private String location;

  @BeforeEach
  void make() {
    location = Things.made(token);
  }

  @Nested
  class Change {
    @ParameterizedTest
    @ValueSource(strings = {"\"0\"", "0", "*", "\"7\", \"0\"", "7,0", "W/\"0\", \"0\""})
    void isMadeForWhoKnowsTheVersion(String expected) {
      Response answer = rename(expected);

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.header("ETag")).isEqualTo("\"1\"");
      assertThat(answer.jsonPath().getInt("version")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "7", "\"7\", \"8\"", "W/\"0\""})
    void isRefusedWhereTheHeaderIsStale(String expected) {
      Response answer = rename(expected);

      Map<String, Object> problem = Problems.assertProblem(answer, 412, "OPTIMISTIC_LOCK");
      assertThat(problem).containsEntry("currentVersion", 0);
      assertThat(answer.header("ETag")).isEqualTo("\"0\"");
    }

    @Test
    void isRefusedWhereTheBodyIsStale() {
      Response answer = Things.as(token).body("{\"name\":\"x\",\"version\":7}").patch(location);

      Map<String, Object> problem = Problems.assertProblem(answer, 409, "OPTIMISTIC_LOCK");
      assertThat(problem).containsEntry("currentVersion", 0);
      assertThat(answer.header("ETag")).isEqualTo("\"0\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\"x\"", "\"0", "0\"", "-1", "0;1", ",", "1.0"})
    void isRefusedWhereTheHeaderIsNoVersion(String expected) {
      Problems.assertProblem(rename(expected), 400, "VALIDATION_FAILED", "If-Match");
    }

    @Test
    void isMadeOnceOfManyThatKnewTheSameVersion() throws Exception {
      List<Integer> statuses = Together.call(MANY, () -> rename("\"0\"").statusCode());

      assertThat(statuses).containsOnly(200, 412).containsOnlyOnce(200);
      assertThat(version()).isEqualTo(1);
    }

    @Test
    void isNeverLostWithoutAVersion() throws Exception {
      List<Integer> statuses =
          Together.call(MANY, () -> Things.rename(token, location).statusCode());

      assertThat(statuses).containsOnly(200);
      assertThat(version()).isEqualTo(MANY);
    }
  }

  @Nested
  class Read {
    @Test
    void carriesItsTag() {
      Response answer = Things.as(token).get(location);

      assertThat(answer.header("ETag")).isEqualTo("\"0\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"0\"", "0", "*", "W/\"0\"", "\"9\", \"0\""})
    void isSparedWhoHasTheVersion(String known) {
      Response answer = Things.as(token).header("If-None-Match", known).get(location);

      assertThat(answer.statusCode()).isEqualTo(304);
      assertThat(answer.asString()).isEmpty();
      assertThat(answer.header("ETag")).isEqualTo("\"0\"");
    }

    @Test
    void isAnsweredToWhoHasAnotherVersion() {
      Response answer = Things.as(token).header("If-None-Match", "\"9\"").get(location);

      assertThat(answer.statusCode()).isEqualTo(200);
    }
  }

  private Response rename(String expected) {
    return Things.as(token)
        .header("If-Match", expected)
        .body(Things.named(Things.freshName()))
        .patch(location);
  }

  private int version() {
    return Things.as(token).get(location).jsonPath().getInt("version");
  }
}
