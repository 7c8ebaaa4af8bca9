package dev.helpdesk.auth.signin;

import static dev.helpdesk.test.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.helpdesk.auth.Api;
import dev.helpdesk.auth.AuthTest;
import dev.helpdesk.auth.Database;
import dev.helpdesk.auth.Events;
import dev.helpdesk.auth.Parallel;
import dev.helpdesk.auth.Person;
import dev.helpdesk.auth.session.Secret;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
  void reuseIsReuseHoweverSoonItComes() {
    String second = refreshed(person.refresh());
    assertProblem(Person.refresh(person.refresh()), 401, "TOKEN_INVALID");
    assertProblem(Person.refresh(second), 401, "TOKEN_INVALID");
    Events.await(person.id() + ":security", 1);
  }

  @Test
  void manyAtOnceAreOneRefreshAndReuse() {
    List<String> fresh = refreshedOf(Parallel.times(100, i -> Person.refresh(person.refresh())));
    assertThat(fresh).hasSize(1);
    assertProblem(Person.refresh(fresh.get(0)), 401, "TOKEN_INVALID");
    assertThat(Events.await(person.id() + ":security", 1)).hasSize(1);
  }

  @Nested
  class ALostAnswer {
    private final String key = UUID.randomUUID().toString();

    @Test
    void isForgivenToWhoRepeatsTheKey() {
      String lost = refreshed(person.refresh(), key);
      String again = refreshed(person.refresh(), '"' + key + '"');
      assertThat(again).isNotEqualTo(lost);
      refreshed(again);
      assertThat(Events.of(person.id() + ":security")).isEmpty();
    }

    @Test
    void isForgivenOnce() {
      refreshed(person.refresh(), key);
      String again = refreshed(person.refresh(), key);
      assertReuse(person.refresh(), key, again);
    }

    @Test
    void isDeadOnceItIsForgiven() {
      String lost = refreshed(person.refresh(), key);
      String again = refreshed(person.refresh(), key);
      assertReuse(lost, key, again);
    }

    @Test
    void isForgivenToNobodyWithAnotherKey() {
      String second = refreshed(person.refresh(), key);
      assertReuse(person.refresh(), UUID.randomUUID().toString(), second);
    }

    @Test
    void isForgivenToNobodyWithoutTheKey() {
      String second = refreshed(person.refresh(), key);
      assertProblem(Person.refresh(person.refresh()), 401, "TOKEN_INVALID");
      assertProblem(Person.refresh(second, key), 401, "TOKEN_INVALID");
    }

    @Test
    void isForgivenToNobodyWhoseFirstTryHadNoKey() {
      String second = refreshed(person.refresh());
      assertReuse(person.refresh(), key, second);
    }

    @Test
    void isForgivenForAMomentOnly() {
      String second = refreshed(person.refresh(), key);
      passTheGrace();
      assertReuse(person.refresh(), key, second);
    }

    @Test
    void isForgivenWhileNobodyWentOn() {
      String second = refreshed(person.refresh(), key);
      String third = refreshed(second, key);
      assertReuse(person.refresh(), key, third);
    }

    @Test
    void isNotForgivenAfterTheSessionEnded() {
      refreshed(person.refresh(), key);
      signOut(person.refresh()).then().statusCode(204);
      assertProblem(Person.refresh(person.refresh(), key), 401, "TOKEN_INVALID");
    }

    @Test
    void twoAtOnceLeaveOneLiveToken() {
      List<String> fresh =
          refreshedOf(Parallel.times(2, i -> Person.refresh(person.refresh(), key)));
      assertThat(fresh).hasSize(2).doesNotHaveDuplicates();
      assertThat(tokens("AND t.used_at IS NULL AND s.revoked_at IS NULL")).hasSize(1);
    }

    @Test
    void moreThanTwoAtOnceAreReuse() {
      List<String> fresh =
          refreshedOf(Parallel.times(100, i -> Person.refresh(person.refresh(), key)));
      assertThat(fresh).hasSize(2).doesNotHaveDuplicates();
      fresh.forEach(token -> assertProblem(Person.refresh(token, key), 401, "TOKEN_INVALID"));
      assertThat(Events.await(person.id() + ":security", 1)).hasSize(1);
    }

    @Test
    void leavesOnlyAHashOfTheKey() {
      refreshed(person.refresh(), "a poor key");
      assertThat(tokens("AND t.used_at IS NOT NULL").get(0).getBuffer("tried_with").getBytes())
          .hasSize(32)
          .isNotEqualTo(Secret.hash("a poor key"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "a\tb", "schl\u00fcssel"})
    void aMalformedKeyCostsNothing(String bad) {
      assertProblem(
          Person.refresh(person.refresh(), bad), 400, "VALIDATION_FAILED", "Idempotency-Key");
      assertProblem(
          Person.refresh(person.refresh(), "k".repeat(256)),
          400,
          "VALIDATION_FAILED",
          "Idempotency-Key");
      refreshed(person.refresh(), "k".repeat(255));
    }

    private void assertReuse(String dead, String key, String live) {
      assertProblem(Person.refresh(dead, key), 401, "TOKEN_INVALID");
      assertProblem(Person.refresh(live), 401, "TOKEN_INVALID");
      Events.await(person.id() + ":security", 1);
    }
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

  private List<Row> tokens(String condition) {
    return Database.rows(
        "SELECT t.* FROM refresh_token t JOIN session s ON s.id = t.session_id"
            + " WHERE s.account_id = $1 "
            + condition,
        UUID.fromString(person.id()));
  }

  private static String refreshed(String token) {
    Response answer = Person.refresh(token);
    answer.then().statusCode(200);
    return answer.path("refreshToken");
  }

  private static String refreshed(String token, String key) {
    Response answer = Person.refresh(token, key);
    answer.then().statusCode(200);
    return answer.path("refreshToken");
  }

  private static List<String> refreshedOf(List<Response> answers) {
    assertThat(answers).allMatch(a -> a.statusCode() == 200 || a.statusCode() == 401);
    return answers.stream()
        .filter(answer -> answer.statusCode() == 200)
        .map(answer -> answer.<String>path("refreshToken"))
        .toList();
  }

  private static Response signOut(String token) {
    return Api.anyone().header("Refresh-Token", token).post("/api/v1/users/sign-out");
  }
}
