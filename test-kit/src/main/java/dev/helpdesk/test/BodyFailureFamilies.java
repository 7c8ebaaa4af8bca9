package dev.helpdesk.test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/**
 * Also drives the families of failure of a body: through an endpoint that takes a JSON object with
 * a required text field.
 */
public abstract class BodyFailureFamilies extends FailureFamilies {
  /** An endpoint that takes a JSON object, by POST or PUT. */
  protected abstract String write();

  protected String method() {
    return "POST";
  }

  /** A required text field of that object. */
  protected abstract String field();

  /** A body that is right. */
  protected abstract String body();

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
  void unknownParameterBesideABody() {
    Problems.assertProblem(
        sent(body()).queryParam("nonsense", "1").request(method(), write()),
        400,
        "UNKNOWN_PARAMETER",
        "nonsense");
  }

  private RequestSpecification sent(String body) {
    return authorised().contentType(ContentType.JSON).body(body);
  }

  private Response write(String body) {
    return sent(body).request(method(), write());
  }
}
