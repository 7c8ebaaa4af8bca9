package dev.helpdesk.test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helpdesk.contracts.user.Role;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Drives every family of failure through a service and compares the whole problem. A service's test
 * extends this and names a list, and an endpoint that takes a JSON object with a required text.
 */
public abstract class FailureFamilies {
  /** A list endpoint that the token may read. */
  protected abstract String list();

  /** An endpoint that takes a JSON object, by POST or PUT. */
  protected abstract String write();

  protected String method() {
    return "POST";
  }

  /** A required text field of that object. */
  protected abstract String field();

  /** A body that is right. */
  protected abstract String body();

  protected abstract String token();

  /** False where the writing endpoint is for anybody. */
  protected boolean writeNeedsToken() {
    return true;
  }

  @Test
  void malformedBody() {
    check(
        write("{\"" + field() + "\":"),
        400,
        "MALFORMED_REQUEST",
        "The request cannot be read",
        "The body is not valid JSON.");
  }

  @Test
  void emptyBody() {
    check(
        write(""),
        400,
        "MALFORMED_REQUEST",
        "The request cannot be read",
        "A JSON body is needed.");
  }

  @Test
  void bodyThatIsNoObject() {
    check(
        write("[]"),
        400,
        "MALFORMED_REQUEST",
        "The request cannot be read",
        "The body must be a JSON object.");
  }

  @Test
  void unknownField() {
    check(
        write(body().replaceFirst("\\{", "{\"nonsense\":1,")),
        400,
        "MALFORMED_REQUEST",
        "The request cannot be read",
        "nonsense is unknown",
        error("nonsense", "MALFORMED_REQUEST", "is unknown"));
  }

  @Test
  void wrongJsonType() {
    check(
        write("{\"" + field() + "\":{}}"),
        400,
        "MALFORMED_REQUEST",
        "The request cannot be read",
        field() + " has the wrong JSON type",
        error(field(), "MALFORMED_REQUEST", "has the wrong JSON type"));
  }

  @Test
  void numberWhereTextBelongs() {
    check(
        write("{\"" + field() + "\":7}"),
        400,
        "MALFORMED_REQUEST",
        "The request cannot be read",
        field() + " has the wrong JSON type",
        error(field(), "MALFORMED_REQUEST", "has the wrong JSON type"));
  }

  @Test
  void textThatNoDatabaseCanHold() {
    Response answer = write("{\"" + field() + "\":\"a\\u0000b\"}");
    check(
        answer,
        400,
        "VALIDATION_FAILED",
        "A value is not allowed",
        field() + " has a value that is not allowed",
        error(field(), "VALIDATION_FAILED", "has a value that is not allowed"));
  }

  @Test
  void missingField() {
    Response answer = write("{}");
    Problems.assertProblem(answer, 400, "FIELD_REQUIRED", field());
    assertThat(answer.jsonPath().getList("errors.code", String.class))
        .containsOnly("FIELD_REQUIRED");
  }

  @Test
  void unknownParameter() {
    Response answer = authorised().get(list() + "?nonsense=1");
    Problems.assertProblem(answer, 400, "UNKNOWN_PARAMETER", "nonsense");
    Problems.assertProblem(
        sent(body()).queryParam("nonsense", "1").request(method(), write()),
        400,
        "UNKNOWN_PARAMETER",
        "nonsense");
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
  void shapeComesBeforeAuthentication() {
    Problems.assertProblem(
        given().contentType(ContentType.JSON).body("{").request(method(), write()),
        400,
        "MALFORMED_REQUEST");
    if (writeNeedsToken()) {
      Problems.assertProblem(
          given().contentType(ContentType.JSON).body(body()).request(method(), write()),
          401,
          "TOKEN_INVALID");
    }
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
  void unsupportedMediaType() {
    check(
        authorised().contentType("text/plain").body("hello").request(method(), write()),
        415,
        "UNSUPPORTED_MEDIA_TYPE",
        "The media type is not supported",
        "This address does not take that media type.");
  }

  @Test
  void bodyTooLarge() {
    String large = "{\"" + field() + "\":\"" + "x".repeat(1_048_600) + "\"}";
    check(
        write(large),
        413,
        "PAYLOAD_TOO_LARGE",
        "The request is too large",
        "The request is larger than this address takes.");
  }

  @Test
  void chunkedBodyTooLarge() {
    String large = "{\"" + field() + "\":\"" + "x".repeat(1_200_000) + "\"}";
    Response answer =
        authorised()
            .contentType(ContentType.JSON)
            .body(new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8)))
            .request(method(), write());
    Problems.assertProblem(answer, 413, "PAYLOAD_TOO_LARGE");
  }

  @Test
  void chunkedBodyIsRead() {
    Response answer =
        authorised()
            .contentType(ContentType.JSON)
            .body(new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8)))
            .request(method(), write());
    Problems.assertProblem(answer, 400, "FIELD_REQUIRED", field());
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
  void traceIdIsTheCallersOrOurs() {
    String id = "4bf92f3577b34da6a3ce929d0e0e4736";
    Response answer =
        given().header("traceparent", "00-" + id + "-00f067aa0ba902b7-01").get("/nonsense");
    assertThat(answer.jsonPath().getString("traceId")).isEqualTo(id);
  }

  private record FieldError(String field, String code, String message) {
    Map<String, String> asMap() {
      return Map.of("field", field, "code", code, "message", message);
    }
  }

  private RequestSpecification authorised() {
    return given().auth().oauth2(token());
  }

  private RequestSpecification sent(String body) {
    return authorised().contentType(ContentType.JSON).body(body);
  }

  private Response write(String body) {
    return sent(body).request(method(), write());
  }

  private static FieldError error(String field, String code, String message) {
    return new FieldError(field, code, message);
  }

  private static void check(
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
