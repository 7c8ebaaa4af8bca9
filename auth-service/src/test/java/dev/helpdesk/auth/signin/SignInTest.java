package dev.helpdesk.auth.signin;

import static dev.helpdesk.test.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.helpdesk.auth.Api;
import dev.helpdesk.auth.AuthTest;
import dev.helpdesk.auth.Database;
import dev.helpdesk.auth.Parallel;
import dev.helpdesk.auth.Person;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SignInTest extends AuthTest {
  private static final String WRONG = "Wrong-1843";

  private final String address = Api.address();

  @Test
  void takesAddressOrUsernameInAnyCase() {
    Person person = Person.user();
    Person.signIn(" " + person.email().toUpperCase(java.util.Locale.ROOT), Person.PASSWORD);
    Api.with(Map.of("username", person.username().toUpperCase(), "password", Person.PASSWORD))
        .post("/api/v1/users/sign-in")
        .then()
        .statusCode(200);
  }

  @Test
  void answersAPairThatNobodyKeeps() {
    Response answer = Person.trySignIn(address, "user@my", "Password123");
    assertThat(answer.jsonPath().getMap("").keySet())
        .containsExactlyInAnyOrder("token", "refreshToken", "tokenType", "expiresIn", "user");
    assertThat(answer.<Integer>path("expiresIn")).isEqualTo(900);
    assertThat(answer.header("Cache-Control")).contains("no-store");
  }

  @Test
  void refusesUnknownWrongAndOversizeAlike() {
    Response wrong = Person.trySignIn(address, "user@my", WRONG);
    Response unknown = Person.trySignIn(address, Person.newEmail(), WRONG);
    Response oversize = Person.trySignIn(address, "user@my", "x".repeat(73));
    Response noAddress = Person.trySignIn(address, "' OR 1=1 --", WRONG);
    for (Response answer : List.of(wrong, unknown, oversize, noAddress)) {
      assertProblem(answer, 401, "INVALID_CREDENTIALS");
      assertThat(answer.<String>path("detail")).isEqualTo(wrong.path("detail"));
    }
  }

  @Test
  void everyRefusalCostsOneComparisonOfTheSameCost() {
    Person closed = Person.user();
    Database.run("UPDATE account SET active = false WHERE id = $1", UUID.fromString(closed.id()));
    for (String login : List.of("user@my", closed.email(), Person.newEmail(), "nobody")) {
      for (String password : List.of(WRONG, Person.PASSWORD)) {
        Map<String, Long> before = comparisons();
        assertProblem(Person.trySignIn(address, login, password), 401, "INVALID_CREDENTIALS");
        before.merge("04", 1L, Long::sum);
        assertThat(comparisons()).as(login).isEqualTo(before);
      }
    }
  }

  /** How many so far, by their cost. */
  private static Map<String, Long> comparisons() {
    return Arc.container()
        .instance(MeterRegistry.class)
        .get()
        .find("helpdesk.password")
        .tags("work", "compare")
        .timers()
        .stream()
        .collect(Collectors.toMap(timer -> timer.getId().getTag("cost"), Timer::count));
  }

  @Test
  void needsANameAndAPassword() {
    assertProblem(
        Api.with(Map.of("password", "x")).post("/api/v1/users/sign-in"),
        400,
        "FIELD_REQUIRED",
        "email");
    assertProblem(
        Api.with(Map.of("email", "user@my")).post("/api/v1/users/sign-in"),
        400,
        "FIELD_REQUIRED",
        "password");
  }

  @Test
  void tenWrongLockTheAccountForTheAddressAlone() {
    Person person = Person.user();
    wrong(9, person.email());
    Person.trySignIn(address, person.username(), Person.PASSWORD).then().statusCode(200);
    wrong(1, person.username());
    Response locked = Person.trySignIn(address, person.email(), Person.PASSWORD);
    assertProblem(locked, 429, "RATE_LIMITED");
    assertThat(Integer.parseInt(locked.header("Retry-After"))).isBetween(880, 900);
    Person.signIn(person.email(), Person.PASSWORD);
  }

  @Test
  void locksANameThatNobodyHasJustTheSame() {
    String nobody = Person.newEmail();
    wrong(10, nobody);
    assertProblem(Person.trySignIn(address, nobody, WRONG), 429, "RATE_LIMITED");
  }

  @Test
  void opensAgainAfterAQuarterOfAnHour() {
    Person person = Person.user();
    wrong(10, person.email());
    Database.run(
        "UPDATE sign_in_failure SET failed_at = ARRAY(SELECT t - interval '15 minutes'"
            + " FROM unnest(failed_at) t) WHERE address = $1",
        address);
    Person.trySignIn(address, person.email(), Person.PASSWORD).then().statusCode(200);
  }

  @Test
  void parallelGuessesAreAnsweredNoMoreThanTenTimes() {
    Person person = Person.user();
    List<Integer> statuses =
        Parallel.times(60, i -> Person.trySignIn(address, person.email(), WRONG).statusCode());
    assertThat(statuses.stream().filter(s -> s == 401)).hasSize(10);
    assertThat(statuses).allMatch(s -> s == 401 || s == 429);
  }

  @Test
  void parallelRightOnesAllWork() {
    Person person = Person.user();
    List<Integer> statuses =
        Parallel.times(
            20, i -> Person.trySignIn(address, person.email(), Person.PASSWORD).statusCode());
    assertThat(statuses).containsOnly(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"user@mу", "usеr@my", "ｕser@my"})
  void whatMerelyLooksLikeAnAddressIsNobody(String lookAlike) {
    assertProblem(Person.trySignIn(address, lookAlike, "Password123"), 401, "INVALID_CREDENTIALS");
  }

  @Test
  void renewsAHashOfAnotherCost() {
    Person person = Person.user();
    Database.run(
        "UPDATE credential SET hash = $1 WHERE account_id = $2",
        io.quarkus.elytron.security.common.BcryptUtil.bcryptHash(Person.PASSWORD, 5),
        UUID.fromString(person.id()));
    Person.signIn(person.email(), Person.PASSWORD);
    Person.signIn(person.email(), Person.PASSWORD);
    assertThat(
            Database.rows(
                    "SELECT hash FROM credential WHERE account_id = $1",
                    UUID.fromString(person.id()))
                .get(0)
                .getString(0))
        .startsWith("$2a$04$");
  }

  private void wrong(int times, String login) {
    for (int i = 0; i < times; i++) {
      assertProblem(Person.trySignIn(address, login, WRONG), 401, "INVALID_CREDENTIALS");
    }
  }
}
