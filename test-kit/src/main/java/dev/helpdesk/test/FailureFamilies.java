package dev.helpdesk.test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helpdesk.contracts.user.Role;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Drives every family of failure that needs no body through a service and compares the whole
 * problem. A service's test extends this and names a list endpoint.
 */
public abstract class FailureFamilies {
  /** A list endpoint that the token may read. */
  protected abstract String list();

  protected abstract String token();

  @Test
  void unknownParameter() {
    Response answer = authorised().get(list() + "?nonsense=1");
    Problems.assertProblem(answer, 400, "UNKNOWN_PARAMETER", "nonsense");
  }

  @Test
  void badParameter() {
    for (String bad :
        List.of("limit=0", "limit=101", "limit=x", "page=0", "page=-1", "offset=-1")) {
      Problems.assertProblem(
          authorised().get(list() + "?" + bad), 400, "VALIDATION_FAILED", bad.split("=")[0]);
    }
    check(
        authorised().get(list() + "?cursor=abc"),
        400,
        "VALIDATION_FAILED",
        "A value is not allowed",
        "cursor is no cursor of ours, or of another list",
        error("cursor", "VALIDATION_FAILED", "is no cursor of ours, or of another list"));
  }

  @Test
  void parameterThatNoDatabaseCanHold() {
    Problems.assertProblem(
        authorised().urlEncodingEnabled(false).get(list() + "?page=%00"),
        400,
        "VALIDATION_FAILED",
        "page");
  }

  @Test
  void noToken() {
    Response answer = given().get(list());
    check(
        answer,
        401,
        "TOKEN_INVALID",
        "A valid access token is needed",
        "Send a valid access token as Authorization: Bearer …");
    assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
  }

  @Test
  void brokenToken() {
    for (String token : List.of("x", "a.b.c", token() + "x", token().replace('.', ' '))) {
      Response answer = given().header("Authorization", "Bearer " + token).get(list());
      Problems.assertProblem(answer, 401, "TOKEN_INVALID");
      assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }
  }

  @Test
  void foreignToken() {
    var claims = Tokens.claims(UUID.randomUUID(), "a@example.org", Role.ADMIN);
    String foreignKey = claims.jws().keyId(Tokens.keyId()).sign(Tokens.foreignKey());
    String issuer =
        Tokens.sign(Tokens.claims(UUID.randomUUID(), "a@b", Role.ADMIN).issuer("https://evil.org"));
    String audience =
        Tokens.sign(Tokens.claims(UUID.randomUUID(), "a@b", Role.ADMIN).audience("other"));
    String unsigned =
        Jwt.claims(Map.of("sub", UUID.randomUUID().toString()))
            .jws()
            .keyId("nobody")
            .sign(Tokens.foreignKey());
    for (String token : List.of(foreignKey, issuer, audience, unsigned)) {
      Problems.assertProblem(given().auth().oauth2(token).get(list()), 401, "TOKEN_INVALID");
    }
  }

  @Test
  void expiredToken() {
    Instant past = Instant.now().minusSeconds(100);
    String expired =
        Tokens.sign(
            Tokens.claims(UUID.randomUUID(), "a@example.org", Role.ADMIN)
                .issuedAt(past)
                .expiresAt(past.plusSeconds(50)));
    check(
        given().auth().oauth2(expired).get(list()),
        401,
        "TOKEN_EXPIRED",
        "The access token has expired",
        "The access token has expired.");
  }

  @Test
  void unknownPath() {
    for (String path : List.of("/api/v1/nonsense", "/nonsense", "/api/v2/users", "/api")) {
      check(
          authorised().get(path),
          404,
          "NOT_FOUND",
          "There is nothing here",
          "There is nothing at this address.");
    }
  }

  @Test
  void unknownMethod() {
    Response answer = authorised().patch(list());
    check(
        answer,
        405,
        "METHOD_NOT_ALLOWED",
        "The method is not allowed here",
        "This address does not know that method.");
  }

  @Test
  void unacceptableMediaType() {
    check(
        authorised().accept("image/png").get(list()),
        406,
        "NOT_ACCEPTABLE",
        "No representation fits the Accept header",
        "We cannot answer in a media type that Accept names.");
  }

  @Test
  void databaseAway() {
    Outages.withoutDatabase(
        () -> {
          Response answer = authorised().get(list());
          Problems.assertProblem(answer, 503, "SERVICE_UNAVAILABLE");
          assertThat(answer.header("Retry-After")).matches("\\d+");
        });
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> authorised().get(list()).statusCode() == 200);
  }

  @Test
  void everyAnswerHasItsSecurityHeaders() {
    for (String path : List.of(list(), "/nonsense", "/health")) {
      Response answer = given().get(path);
      assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
      assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
    }
  }

  @Test
  void everyOperationSaysHowItRefuses() {
    JsonPath document = given().get("/q/openapi?format=json").jsonPath();
    Map<String, Map<String, Map<String, Object>>> paths = document.getMap("paths");
    paths.forEach(
        (path, item) ->
            item.forEach(
                (method, operation) -> {
                  Map<?, ?> responses = (Map<?, ?>) operation.getOrDefault("responses", Map.of());
                  assertThat(responses.keySet())
                      .as(method + " " + path)
                      .extracting(Object::toString)
                      .containsAll(refusals(path, operation));
                  responses.forEach((status, response) -> checkDescribed(status, response));
                }));
    Map<String, Map<String, ?>> described = document.getMap("components.responses");
    described.values().forEach(response -> checkDescribed("400", response));
  }

  private static List<String> refusals(String path, Map<String, Object> operation) {
    List<String> statuses = new ArrayList<>(List.of("400", "406", "429", "500", "503"));
    if (operation.containsKey("security")) {
      statuses.addAll(List.of("401", "403"));
    }
    if (operation.containsKey("requestBody")) {
      statuses.addAll(List.of("413", "415"));
    }
    if (path.contains("{")) {
      statuses.add("404");
    }
    return statuses;
  }

  /** Every refusal is a problem, and says which codes it comes with. */
  private static void checkDescribed(Object status, Object response) {
    Map<?, ?> described = (Map<?, ?>) response;
    if (status.toString().compareTo("400") >= 0 && !described.containsKey("$ref")) {
      assertThat(described.get("description")).asString().matches("[A-Z_]{5,}\\b.*");
      assertThat(described.get("content"))
          .asString()
          .contains("application/problem+json", "#/components/schemas/Problem");
    }
  }

  @Test
  void traceIdIsTheCallersOrOurs() {
    String id = "4bf92f3577b34da6a3ce929d0e0e4736";
    Response answer =
        given().header("traceparent", "00-" + id + "-00f067aa0ba902b7-01").get("/nonsense");
    assertThat(answer.jsonPath().getString("traceId")).isEqualTo(id);
  }

  record FieldError(String field, String code, String message) {
    Map<String, String> asMap() {
      return Map.of("field", field, "code", code, "message", message);
    }
  }

  RequestSpecification authorised() {
    return given().auth().oauth2(token());
  }

  static FieldError error(String field, String code, String message) {
    return new FieldError(field, code, message);
  }

  static void check(
      Response answer, int status, String code, String title, String detail, FieldError... errors) {
    Map<String, @Nullable Object> problem =
        new LinkedHashMap<>(Problems.assertProblem(answer, status, code));
    problem.remove("traceId");
    problem.remove("instance");
    Map<String, Object> expected = new LinkedHashMap<>();
    expected.put(
        "type", "urn:helpdesk:error:" + code.toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    expected.put("title", title);
    expected.put("status", status);
    expected.put("detail", detail);
    expected.put("code", code);
    if (errors.length > 0) {
      expected.put("errors", Arrays.stream(errors).map(FieldError::asMap).toList());
    }
    assertThat(problem).isEqualTo(expected);
  }
}
