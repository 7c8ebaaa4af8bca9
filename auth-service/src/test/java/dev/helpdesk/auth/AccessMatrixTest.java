package dev.helpdesk.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helpdesk.test.Problems;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Every endpoint, and what each kind of caller is answered. A new endpoint must come in here. */
@QuarkusTest
class AccessMatrixTest extends AuthTest {
  private static final String ID = UUID.randomUUID().toString();

  /** The status for nobody, a user, an agent, an administrator; bodies are right in their shape. */
  private record Row(
      String method, String path, Object body, int anyone, int user, int agent, int admin) {
    String name() {
      return method + " " + path;
    }
  }

  private static Row row(
      String method, String path, Object body, int anyone, int user, int agent, int admin) {
    return new Row(method, path, body, anyone, user, agent, admin);
  }

  private static final Map<String, ?> NONE = Map.of();

  private static List<Row> rows() {
    return List.of(
        row("POST", "/api/v1/otp/send-otp", Map.of("email", Person.newEmail()), 202, 429, 429, 429),
        row("POST", "/api/v1/users", registration(), 403, 403, 403, 201),
        row("GET", "/api/v1/users", null, 401, 403, 200, 200),
        row("GET", "/api/v1/users/{id}", null, 401, 403, 404, 404),
        row("PATCH", "/api/v1/users/{id}", NONE, 401, 403, 403, 404),
        row("GET", "/api/v1/users/me", null, 401, 200, 200, 200),
        row("PATCH", "/api/v1/users/me", NONE, 401, 200, 200, 200),
        row("POST", "/api/v1/users/me/password", passwords(), 401, 401, 401, 401),
        row("GET", "/api/v1/users/me/tokens", null, 401, 200, 200, 200),
        row("POST", "/api/v1/users/me/tokens", token(), 401, 201, 201, 201),
        row("GET", "/api/v1/users/me/tokens/{id}", null, 401, 404, 404, 404),
        row("DELETE", "/api/v1/users/me/tokens/{id}", null, 401, 404, 404, 404),
        row("POST", "/api/v1/users/token", Map.of("token", "x"), 401, 401, 401, 401),
        row("POST", "/api/v1/users/sign-in", signIn(), 401, 401, 401, 401),
        row("POST", "/api/v1/users/refresh-token", null, 401, 401, 401, 401),
        row("POST", "/api/v1/users/sign-out", null, 204, 204, 204, 204),
        row("POST", "/api/v1/users/forgot-password", Map.of("email", "x@y"), 202, 429, 429, 429),
        row("POST", "/api/v1/users/reset-password", reset(), 400, 400, 400, 400),
        row("GET", "/api/v1/keys", null, 401, 403, 403, 200),
        row("POST", "/api/v1/keys/rotate", null, 401, 403, 403, 409),
        row("GET", "/.well-known/jwks.json", null, 200, 200, 200, 200),
        row("GET", "/health", null, 200, 200, 200, 200));
  }

  @Test
  void everyCallerIsAnsweredAsTheTableSays() {
    Person user = Person.user();
    Person agent = Person.agent();
    Person admin = Person.admin();
    aKeyIsOnItsWay();
    List<String> wrong = new ArrayList<>();
    for (Row row : rows()) {
      compare(wrong, row, "anyone", row.anyone(), Api.anyone());
      compare(wrong, row, "user", row.user(), Api.as(user));
      compare(wrong, row, "agent", row.agent(), Api.as(agent));
      compare(wrong, row, "admin", row.admin(), Api.as(admin));
    }
    Database.run("DELETE FROM signing_key WHERE kid = 'on-its-way'");
    assertThat(wrong).isEmpty();
  }

  @Test
  void theTableHasEveryEndpoint() {
    Map<String, Map<String, ?>> paths =
        Api.anyone().queryParam("format", "json").get("/q/openapi").jsonPath().getMap("paths");
    TreeSet<String> documented = new TreeSet<>();
    paths.forEach(
        (path, methods) ->
            methods
                .keySet()
                .forEach(m -> documented.add(m.toUpperCase(java.util.Locale.ROOT) + " " + path)));
    assertThat(rows().stream().map(Row::name).toList())
        .containsExactlyInAnyOrderElementsOf(documented);
  }

  private static void compare(
      List<String> wrong,
      Row row,
      String who,
      int expected,
      io.restassured.specification.RequestSpecification request) {
    if (row.body() != null) {
      request.body(row.body());
    }
    Response answer =
        request.header("Refresh-Token", "x").request(row.method(), row.path().replace("{id}", ID));
    if (answer.statusCode() != expected) {
      wrong.add(row.name() + " as " + who + ": " + answer.statusCode() + " for " + expected);
    } else if (expected >= 400) {
      Problems.assertProblem(answer, expected, answer.path("code"));
    }
  }

  /** So that nothing here rotates the keys of all tests. */
  private static void aKeyIsOnItsWay() {
    Database.run(
        "INSERT INTO signing_key (kid, public_key, signs_from) SELECT 'on-its-way', public_key,"
            + " now() + interval '1 hour' FROM signing_key LIMIT 1");
  }

  private static Map<String, ?> registration() {
    return Map.of(
        "name", "Ada",
        "email", Person.newEmail(),
        "password", Person.PASSWORD,
        "role", "agent",
        "otp", "000000");
  }

  private static Map<String, ?> passwords() {
    return Map.of("oldPassword", "Wrong-1843", "newPassword", "Difference-1822");
  }

  private static Map<String, ?> token() {
    return Map.of("name", "ci", "scopes", List.of("read"));
  }

  private static Map<String, ?> signIn() {
    return Map.of("email", "nobody@my", "password", "x");
  }

  private static Map<String, ?> reset() {
    return Map.of("email", "nobody@my", "otp", "000000", "password", Person.PASSWORD);
  }
}
