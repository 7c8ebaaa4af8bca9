package dev.helpdesk.auth.account;

import static dev.helpdesk.test.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.helpdesk.auth.Api;
import dev.helpdesk.auth.AuthTest;
import dev.helpdesk.auth.Events;
import dev.helpdesk.auth.Parallel;
import dev.helpdesk.auth.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class MeTest extends AuthTest {
  /** 74 bytes in 39 letters. */
  private static final String TOO_LONG = "Aa1-äääääääääääääääääääääääääääääääääää";

  private Person me;

  @BeforeEach
  void meet() {
    me = Person.user();
  }

  @Test
  void changesWhatItNamesAndTellsOfIt() {
    Response answer = patch(Map.of("name", "Ada L.", "githubUsername", "ada-l", "language", "de"));
    answer.then().statusCode(200);
    assertThat(answer.<String>path("username")).isEqualTo(me.username());
    assertThat(answer.header("ETag")).isEqualTo("\"1\"");
    Events.Seen event = Events.await(me.id(), 2).get(1);
    assertThat(event.type()).isEqualTo("helpdesk.user.updated.v1");
    assertThat(event.data("githubUsername")).isEqualTo("ada-l");
    assertThat(event.data("version")).isEqualTo("1");
  }

  @Test
  void clearsTheGithubNameByNull() {
    patch(Map.of("githubUsername", "ada-l")).then().statusCode(200);
    Map<String, Object> body = new HashMap<>();
    body.put("githubUsername", null);
    assertThat(patch(body).<String>path("githubUsername")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "username", "language"})
  void cannotClearTheRest(String field) {
    Map<String, Object> body = new HashMap<>();
    body.put(field, null);
    assertProblem(patch(body), 400, "FIELD_REQUIRED", field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"role", "active", "email", "id", "createdAt"})
  void cannotChangeWhatIsNotTheirs(String field) {
    assertProblem(patch(Map.of(field, "admin")), 400, "MALFORMED_REQUEST", field);
    assertThat(Api.as(me).get("/api/v1/users/me").<String>path("role")).isEqualTo("user");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ada\r\nBcc: all@example.org", "a\nb", "a\u2028b", "a\u202Eb", "", " "})
  void cannotTakeANameThatCouldBecomeAHeader(String bad) {
    assertThat(patch(Map.of("name", bad)).statusCode()).isEqualTo(400);
    assertThat(Api.as(me).get("/api/v1/users/me").<String>path("name")).isEqualTo("Ada");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Short-1", "nouppercase-1", "Password123", TOO_LONG})
  void cannotTakeAPasswordThatIsWeakOrTooLong(String bad) {
    Response answer =
        Api.as(me)
            .body(Map.of("oldPassword", Person.PASSWORD, "newPassword", bad))
            .post("/api/v1/users/me/password");
    assertProblem(answer, 400, "VALIDATION_FAILED", "newPassword");
  }

  @Test
  void aStaleVersionChangesNothing() {
    patch(Map.of("name", "One")).then().statusCode(200);
    Response header =
        Api.as(me).header("If-Match", "\"0\"").body(Map.of("name", "X")).patch("/api/v1/users/me");
    assertProblem(header, 412, "OPTIMISTIC_LOCK");
    assertThat(header.<Integer>path("currentVersion")).isEqualTo(1);
    assertThat(header.header("ETag")).isEqualTo("\"1\"");
    assertProblem(patch(Map.of("name", "X", "version", 0)), 409, "OPTIMISTIC_LOCK");
    patch(Map.of("name", "Two", "version", 1)).then().statusCode(200);
  }

  @Test
  void parallelChangesAllCount() {
    List<Response> answers = Parallel.times(20, i -> patch(Map.of("name", "Ada " + i)));
    assertThat(answers.stream().map(Response::statusCode)).containsOnly(200);
    assertThat(Api.as(me).get("/api/v1/users/me").<Integer>path("version")).isEqualTo(20);
  }

  @Test
  void theSameAgainIsNoChange() {
    Response answer = patch(Map.of("name", "Ada"));
    assertThat(answer.<Integer>path("version")).isZero();
  }

  @Test
  void answers304ToWhoHasIt() {
    Api.as(me).header("If-None-Match", "\"0\"").get("/api/v1/users/me").then().statusCode(304);
  }

  @Test
  void refusesATakenUsername() {
    assertProblem(patch(Map.of("username", Person.user().username())), 409, "USERNAME_TAKEN");
  }

  @Test
  void aNewPasswordEndsTheOtherSessionsOnly() {
    Person other = Person.signIn(me.email(), Person.PASSWORD);
    changePassword(Person.PASSWORD).then().statusCode(204);
    assertProblem(Person.refresh(other.refresh()), 401, "TOKEN_INVALID");
    Person.refresh(me.refresh()).then().statusCode(200);
    assertProblem(
        Person.trySignIn(Api.address(), me.email(), Person.PASSWORD), 401, "INVALID_CREDENTIALS");
    Person.signIn(me.email(), "Difference-1822");
  }

  @Test
  void aWrongOldPasswordChangesNothing() {
    assertProblem(changePassword("Wrong-1843"), 401, "INVALID_CREDENTIALS");
    Person.signIn(me.email(), Person.PASSWORD);
  }

  private Response changePassword(String old) {
    return Api.as(me)
        .body(Map.of("oldPassword", old, "newPassword", "Difference-1822"))
        .post("/api/v1/users/me/password");
  }

  private Response patch(Map<String, ?> body) {
    return Api.as(me).body(body).patch("/api/v1/users/me");
  }
}
