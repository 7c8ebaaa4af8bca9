package dev.helpdesk.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.Map;

/** Checks a whole problem document, not only its status. */
public final class Problems {
  private Problems() {}

  /** Fails unless the answer is a complete problem with this status and code. */
  public static Map<String, Object> assertProblem(Response answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    Map<String, Object> problem = answer.jsonPath().getMap("");
    assertThat(problem).containsEntry("status", status).containsEntry("code", code);
    assertThat((String) problem.get("type"))
        .isEqualTo(
            "urn:helpdesk:error:" + code.toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    assertThat((String) problem.get("title")).isNotBlank();
    assertThat((String) problem.get("detail")).isNotBlank();
    assertThat((String) problem.get("instance")).startsWith("/");
    assertThat((String) problem.get("traceId")).matches("[0-9a-f]{32}");
    assertThat(answer.asString()).doesNotContain("Exception", "SELECT", "dev.helpdesk", "at java");
    return problem;
  }

  /** As above, and the problem names this field. */
  public static void assertProblem(Response answer, int status, String code, String field) {
    assertProblem(answer, status, code);
    assertThat(answer.jsonPath().getList("errors.field", String.class)).contains(field);
  }
}
