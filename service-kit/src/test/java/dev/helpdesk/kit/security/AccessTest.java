package dev.helpdesk.kit.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.helpdesk.kit.sample.Things;
import dev.helpdesk.test.HelpdeskResource;
import dev.helpdesk.test.Problems;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(HelpdeskResource.class)
class AccessTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          user,  /,            200
          user,  /agents,      403
          user,  /admins,      403
          user,  /unannotated, 403
          agent, /,            200
          agent, /agents,      200
          agent, /admins,      403
          agent, /unannotated, 403
          admin, /,            200
          admin, /agents,      200
          admin, /admins,      200
          admin, /unannotated, 403
          """)
  void aRoleMayDoWhatIsItsOwn(String role, String path, int status) {
    String token = RawToken.good().with("groups", List.of(role)).signed();

    assertAnswer(get(token, path), status);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          /,            401, TOKEN_INVALID
          /agents,      401, TOKEN_INVALID
          /admins,      401, TOKEN_INVALID
          /unannotated, 403, FORBIDDEN
          """)
  void nobodyMayDoNothing(String path, int status, String code) {
    Problems.assertProblem(given().get(address(path)), status, code);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          GET,  /,       read,       200
          POST, /,       read,       403
          GET,  /,       write,      403
          POST, /,       read write, 201
          GET,  /admins, read write, 403
          GET,  /admins, admin,      200
          """)
  void aScopeNarrowsWhatARoleMay(String method, String path, String scopes, int status) {
    String token =
        RawToken.good()
            .with("groups", List.of("admin"))
            .with("scopes", List.of(scopes.split(" ")))
            .signed();

    Response answer =
        method.equals("GET") ? get(token, path) : Things.create(token, Things.freshName());

    assertAnswer(answer, status);
  }

  static Stream<String> badTokens() {
    long now = Instant.now().getEpochSecond();
    return Stream.of(
        RawToken.good().unsigned(),
        RawToken.good().signedWithPublicKey(),
        RawToken.good().with("groups", List.of("admin")).tampered(),
        RawToken.good().with("nbf", now + 600).signed(),
        RawToken.good().with("iat", now + 600).with("nbf", now + 600).signed(),
        RawToken.good().without("sub").signed(),
        RawToken.good().without("groups").signed(),
        RawToken.good().without("exp").signed(),
        RawToken.good().without("iss").signed(),
        RawToken.good().without("aud").signed(),
        RawToken.good().with("sub", "no-uuid").signed(),
        RawToken.good().with("groups", List.of()).signed(),
        RawToken.good().with("groups", List.of("emperor")).signed(),
        RawToken.good().with("scopes", List.of("everything")).signed(),
        RawToken.good().with("scopes", List.of()).signed(),
        RawToken.good().with("scopes", "read").signed(),
        RawToken.good().header("kid", "unknown").signed(),
        RawToken.good().header("kid", null).signed());
  }

  @ParameterizedTest
  @MethodSource("badTokens")
  void aTokenWithAFlawHoldsNowhere(String token) {
    Problems.assertProblem(get(token, "/"), 401, "TOKEN_INVALID");
  }

  @Test
  void theTokenThatTheFlawedOnesAreMadeFromHolds() {
    assertThat(get(RawToken.good().signed(), "/").statusCode()).isEqualTo(200);
  }

  private static void assertAnswer(Response answer, int status) {
    if (status == 403) {
      Problems.assertProblem(answer, 403, "FORBIDDEN");
    } else {
      assertThat(answer.statusCode()).isEqualTo(status);
    }
  }

  private static Response get(String token, String path) {
    return given().auth().oauth2(token).get(address(path));
  }

  private static String address(String path) {
    return Things.PATH + (path.equals("/") ? "" : path);
  }
}
