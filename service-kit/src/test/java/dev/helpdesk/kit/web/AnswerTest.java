package dev.helpdesk.kit.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.helpdesk.kit.sample.Things;
import dev.helpdesk.test.HelpdeskResource;
import dev.helpdesk.test.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(HelpdeskResource.class)
class AnswerTest {
  private static final String OURS = "https://app.example.org";

  @Test
  void pagesOfTheConfiguredOriginMayCall() {
    Response preflight = preflight(OURS);

    assertThat(preflight.statusCode()).isEqualTo(200);
    assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo(OURS);
    assertThat(preflight.header("Access-Control-Allow-Methods")).contains("PATCH", "DELETE");
    assertThat(preflight.header("Access-Control-Allow-Headers"))
        .contains("Authorization", "If-Match", "Idempotency-Key");
  }

  @Test
  void theirScriptsMayReadOurHeaders() {
    Response answer = given().auth().oauth2(Tokens.user()).header("Origin", OURS).get(Things.PATH);

    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(OURS);
    assertThat(answer.header("Access-Control-Expose-Headers"))
        .contains("ETag", "Location", "Link", "Retry-After", "X-RateLimit-Remaining");
  }

  @Test
  void pagesOfOtherOriginsMayNot() {
    for (String other : List.of("https://evil.example.org", "http://app.example.org", "null")) {
      assertThat(preflight(other).header("Access-Control-Allow-Origin")).isNull();
      Response answer =
          given().auth().oauth2(Tokens.user()).header("Origin", other).get(Things.PATH);
      assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
    }
  }

  @Test
  void isCompressedForWhoCanRead() {
    RestAssuredConfig raw =
        RestAssuredConfig.config().decoderConfig(DecoderConfig.decoderConfig().noContentDecoders());
    Response packed =
        given()
            .config(raw)
            .auth()
            .oauth2(Tokens.user())
            .header("Accept-Encoding", "gzip")
            .get(Things.PATH);
    Response plain = given().config(raw).auth().oauth2(Tokens.user()).get(Things.PATH);

    assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(packed.asByteArray()).startsWith(0x1f, 0x8b);
    assertThat(plain.header("Content-Encoding")).isNull();
  }

  @Test
  void asksForTlsOnlyWhereThereIsTls() {
    assertThat(given().get("/health").header("Strict-Transport-Security")).isNull();
    assertThat(
            given()
                .header("X-Forwarded-For", "203.0.113.9")
                .header("X-Forwarded-Proto", "https")
                .get("/health")
                .header("Strict-Transport-Security"))
        .contains("max-age=31536000");
  }

  @Test
  void healthIsTwoFields() {
    Response health = given().get("/health");

    assertThat(health.statusCode()).isEqualTo(200);
    assertThat(health.jsonPath().getMap("")).containsOnlyKeys("status", "timestamp");
    assertThat(health.jsonPath().getString("status")).isEqualTo("ok");
    String timestamp = health.jsonPath().getString("timestamp");
    assertThat(timestamp).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    assertThat(Instant.parse(timestamp)).isBetween(Instant.now().minusSeconds(60), Instant.now());
  }

  private static Response preflight(String origin) {
    return given()
        .header("Origin", origin)
        .header("Access-Control-Request-Method", "PATCH")
        .header("Access-Control-Request-Headers", "authorization,if-match")
        .options(Things.PATH);
  }
}
