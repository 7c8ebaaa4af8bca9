package dev.helpdesk.auth.signin;

import static dev.helpdesk.test.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.helpdesk.auth.Api;
import dev.helpdesk.auth.AuthTest;
import dev.helpdesk.auth.Database;
import dev.helpdesk.auth.Events;
import dev.helpdesk.auth.Parallel;
import dev.helpdesk.auth.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RefreshTest extends AuthTest {
  private Person person;

  @BeforeEach
  void meet() {
    person = Person.user();
  }

  @Test
  void tradesForANewPair() {
    String second = refreshed(person.refresh());
    assertThat(second).isNotEqualTo(person.refresh());
    refreshed(second);
  }

  @Test
  void keepsOnlyHashes() {
    assertThat(Database.rows("SELECT encode(hash, 'escape') FROM refresh_token").toString())
        .doesNotContain(person.refresh());
  }

  @Test
  void reuseEndsTheWholeSessionAndIsTold() {
    String second = refreshed(person.refresh());
    String third = refreshed(second);
    assertProblem(Person.refresh(person.refresh()), 401, "TOKEN_INVALID");
    assertProblem(Person.refresh(third), 401, "TOKEN_INVALID");
    Events.Seen event = Events.await(person.id() + ":security", 1).get(0);
    assertThat(event.type()).isEqualTo("helpdesk.user.session-reuse-detected.v1");
    assertThat(event.data("email")).isEqualTo(person.email());
    assertThat(event.data("address")).startsWith("10.");
  }

  @Test
  void reuseAfterTheGraceEndsTheSession() {
    String second = refreshed(person.refresh());
    passTheGrace();
    assertProblem(Person.refresh(person.refresh()), 401, "TOKEN_INVALID");
    assertProblem(Person.refresh(second), 401, "TOKEN_INVALID");
  }

  @Test
  void aLostAnswerIsForgivenOnce() {
    refreshed(person.refresh());
    String again = refreshed(person.refresh());
    refreshed(again);
  }

  @Test
  void forgivesOnlyOnce() {
    refreshed(person.refresh());
    String again = refreshed(person.refresh());
    assertProblem(Person.refresh(person.refresh()), 401, "TOKEN_INVALID");
    assertProblem(Person.refresh(again), 401, "TOKEN_INVALID");
  }

  @Test
  void whatWasReplacedByForgivenessIsDead() {
    String lost = refreshed(person.refresh());
    String again = refreshed(person.refresh());
    assertProblem(Person.refresh(lost), 401, "TOKEN_INVALID");
    assertProblem(Person.refresh(again), 401, "TOKEN_INVALID");
  }

  @Test
  void manyAtOnceLeaveNoLiveToken() {
    List<Response> answers = Parallel.times(12, i -> Person.refresh(person.refresh()));
    List<String> fresh =
        answers.stream()
            .filter(answer -> answer.statusCode() == 200)
            .map(answer -> answer.<String>path("refreshToken"))
            .toList();
    assertThat(fresh).hasSizeLessThanOrEqualTo(2);
    fresh.forEach(token -> assertProblem(Person.refresh(token), 401, "TOKEN_INVALID"));
  }

  @Test
  void oneSessionsEndIsNotTheOthers() {
    Person elsewhere = Person.signIn(person.email(), Person.PASSWORD);
    signOut(person.refresh()).then().statusCode(204);
    assertProblem(Person.refresh(person.refresh()), 401, "TOKEN_INVALID");
    refreshed(elsewhere.refresh());
  }

  @Test
  void signOutNeverFailsForAToken() {
    signOut("nonsense").then().statusCode(204);
    assertProblem(
        Api.anyone().post("/api/v1/users/sign-out"), 400, "FIELD_REQUIRED", "Refresh-Token");
  }

  @Test
  void refusesWhatIsNoToken() {
    assertProblem(Person.refresh("nonsense"), 401, "TOKEN_INVALID");
    assertProblem(Person.refresh("x".repeat(5000)), 401, "TOKEN_INVALID");
    assertProblem(
        Api.anyone().post("/api/v1/users/refresh-token"), 400, "FIELD_REQUIRED", "Refresh-Token");
  }

  @Test
  void expires() {
    Database.run(
        "UPDATE refresh_token SET expires_at = now() WHERE session_id IN"
            + " (SELECT id FROM session WHERE account_id = $1)",
        UUID.fromString(person.id()));
    assertProblem(Person.refresh(person.refresh()), 401, "TOKEN_EXPIRED");
  }

  @Test
  void worksThoughTheAccessTokenIsBroken() {
    Api.as("broken.access.token")
        .header("Refresh-Token", person.refresh())
        .post("/api/v1/users/refresh-token")
        .then()
        .statusCode(200);
  }

  private void passTheGrace() {
    Database.run(
        "UPDATE refresh_token SET used_at = used_at - interval '11 seconds' WHERE session_id IN"
            + " (SELECT id FROM session WHERE account_id = $1)",
        UUID.fromString(person.id()));
  }

  private static String refreshed(String token) {
    Response answer = Person.refresh(token);
    answer.then().statusCode(200);
    return answer.path("refreshToken");
  }

  private static Response signOut(String token) {
    return Api.anyone().header("Refresh-Token", token).post("/api/v1/users/sign-out");
  }
}
