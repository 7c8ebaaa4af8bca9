package dev.helpdesk.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.helpdesk.test.HelpdeskResource;
import dev.helpdesk.test.Problems;
import dev.helpdesk.test.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every endpoint, and what each kind of caller is answered. A new endpoint must come in here. */
@QuarkusTest
@QuarkusTestResource(HelpdeskResource.class)
class AccessMatrixTest {
  private static final String PREFERENCES =
      "{\"language\":\"en\",\"digestMinutes\":0,\"types\":{}}";

  /** The status for nobody, a user, an agent, an administrator; bodies are right in their shape. */
  private record Row(
      String method,
      String path,
      @Nullable String body,
      int anyone,
      int user,
      int agent,
      int admin) {
    String name() {
      return method + " " + path;
    }
  }

  private static final List<Row> ROWS =
      List.of(
          new Row("GET", "/api/v1/deliveries", null, 401, 403, 403, 200),
          new Row("POST", "/api/v1/deliveries/{id}/retry", null, 401, 403, 403, 404),
          new Row("GET", "/api/v1/deliveries/dead-letters", null, 401, 403, 403, 200),
          new Row("POST", "/api/v1/deliveries/dead-letters/{id}/replay", null, 401, 403, 403, 404),
          new Row("GET", "/api/v1/notifications", null, 401, 200, 200, 200),
          new Row("PATCH", "/api/v1/notifications/{id}/read", null, 401, 404, 404, 404),
          new Row("POST", "/api/v1/notifications/read-all", null, 401, 204, 204, 204),
          // Whoever may have the stream does not get to its end here: see StreamTest.
          new Row("GET", "/api/v1/notifications/stream", null, 401, 0, 0, 0),
          new Row("GET", "/api/v1/notifications/preferences", null, 401, 200, 200, 200),
          new Row("PUT", "/api/v1/notifications/preferences", PREFERENCES, 401, 200, 200, 200),
          new Row("GET", "/api/v1/unsubscribe/{token}", null, 404, 404, 404, 404),
          new Row("POST", "/api/v1/unsubscribe/{token}", null, 404, 404, 404, 404),
          new Row("GET", "/health", null, 200, 200, 200, 200));

  @Test
  void everyCallerIsAnsweredAsTheTableSays() {
    List<String> wrong = new ArrayList<>();
    for (Row row : ROWS) {
      compare(wrong, row, "anyone", row.anyone(), given());
      compare(wrong, row, "user", row.user(), given().auth().oauth2(Tokens.user()));
      compare(wrong, row, "agent", row.agent(), given().auth().oauth2(Tokens.agent()));
      compare(wrong, row, "admin", row.admin(), given().auth().oauth2(Tokens.admin()));
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void theTableHasEveryEndpoint() {
    Map<String, Map<String, ?>> paths =
        given().queryParam("format", "json").get("/q/openapi").jsonPath().getMap("paths");
    TreeSet<String> documented = new TreeSet<>();
    paths.forEach(
        (path, methods) ->
            methods.keySet().stream()
                .filter(method -> !method.equals("parameters"))
                .forEach(method -> documented.add(method.toUpperCase(Locale.ROOT) + " " + path)));
    assertThat(ROWS.stream().map(Row::name).toList())
        .containsExactlyInAnyOrderElementsOf(documented);
  }

  private static void compare(
      List<String> wrong, Row row, String who, int expected, RequestSpecification request) {
    if (expected == 0) {
      return;
    }
    if (row.body() != null) {
      request.contentType(ContentType.JSON).body(row.body());
    }
    String path =
        row.path().replace("{id}", UUID.randomUUID().toString()).replace("{token}", "nonsense");
    Response answer = request.request(row.method(), path);
    if (answer.statusCode() != expected) {
      wrong.add(row.name() + " as " + who + ": " + answer.statusCode() + " for " + expected);
    } else if (expected >= 400) {
      Problems.assertProblem(answer, expected, answer.path("code"));
    }
  }
}
