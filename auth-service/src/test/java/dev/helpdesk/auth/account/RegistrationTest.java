package dev.helpdesk.auth.account;

import static dev.helpdesk.test.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.helpdesk.auth.Api;
import dev.helpdesk.auth.AuthTest;
import dev.helpdesk.auth.Events;
import dev.helpdesk.auth.Parallel;
import dev.helpdesk.auth.Person;
import dev.helpdesk.contracts.user.UserRegistered;
import dev.helpdesk.kit.outbox.EventJson;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RegistrationTest extends AuthTest {
  private final String email = Person.newEmail();

  @Test
  void opensAnAccount() {
    Response answer = register(body());
    answer.then().statusCode(201);
    assertThat(answer.header("Location")).endsWith("/api/v1/users/" + answer.path("id"));
    assertThat(answer.header("ETag")).isEqualTo("\"0\"");
    assertThat(answer.jsonPath().getMap("").keySet())
        .containsExactlyInAnyOrder(
            "id",
            "name",
            "username",
            "email",
            "role",
            "githubUsername",
            "language",
            "active",
            "version",
            "createdAt",
            "updatedAt");
    assertThat(answer.<String>path("role")).isEqualTo("user");
    Person.signIn(email, Person.PASSWORD);
  }

  @Test
  void publishesTheWholeState() {
    String id = register(body()).path("id");
    Events.Seen event = Events.await(id, 1).get(0);
    assertThat(event.type()).isEqualTo("helpdesk.user.registered.v1");
    assertThat(event.data("id")).isEqualTo(id);
    assertThat(event.data("email")).isEqualTo(email);
    assertThat(event.data("role")).isEqualTo("user");
    assertThat(event.data("version")).isEqualTo("0");
    assertThat(event.envelope().getMap("data").keySet()).doesNotContain("password", "hash");
    UserRegistered read =
        EventJson.MAPPER.convertValue(event.envelope().getMap("data"), UserRegistered.class);
    assertThat(read.user().id()).hasToString(id);
    assertThat(read.key()).isEqualTo(event.key());
  }

  @Test
  void needsACode() {
    Map<String, Object> body = body();
    body.remove("otp");
    assertProblem(post(body), 400, "FIELD_REQUIRED", "otp");
  }

  @Test
  void aTakenAddressIsToldOnlyToWhoHoldsACode() {
    Person taken = Person.user();
    Map<String, Object> body = body();
    body.put("email", taken.email().toUpperCase(java.util.Locale.ROOT));
    body.put("otp", "000000");
    assertProblem(post(body), 400, "OTP_INVALID");
    body.put("otp", sendCode(taken.email()));
    assertProblem(post(body), 409, "EMAIL_TAKEN");
  }

  @Test
  void aTakenUsernameCostsNoTry() {
    Person taken = Person.user();
    Map<String, Object> body = body();
    body.put("username", taken.username().toUpperCase(java.util.Locale.ROOT));
    body.put("otp", sendCode(email));
    for (int i = 0; i < 6; i++) {
      assertProblem(post(body), 409, "USERNAME_TAKEN");
    }
    body.put("username", "u" + UUID.randomUUID().toString().substring(0, 8));
    post(body).then().statusCode(201);
  }

  @Test
  void aTakenUsernameIsToldOnlyToWhoHoldsACode() {
    Map<String, Object> body = body();
    body.put("username", Person.user().username());
    assertProblem(post(body), 400, "OTP_INVALID");
  }

  @Test
  void derivesAUsernameAndNumbersIt() {
    String local = "grace.hopper" + UUID.randomUUID().toString().substring(0, 4);
    String admin = Person.demoAdmin();
    List<String> names =
        Parallel.times(
            4,
            i -> {
              Map<String, Object> body = body();
              body.put("email", local + "+x@h" + i + ".example.org");
              return Api.as(admin).body(body).post("/api/v1/users").<String>path("username");
            });
    assertThat(names).containsExactlyInAnyOrder(local, local + "2", local + "3", local + "4");
  }

  @Test
  void oneOfManyParallelRegistrationsOfAnAddressWins() {
    String admin = Person.demoAdmin();
    List<Integer> statuses =
        Parallel.times(10, i -> Api.as(admin).body(body()).post("/api/v1/users").statusCode());
    assertThat(statuses).containsOnlyOnce(201).allMatch(s -> s == 201 || s == 409);
  }

  @Test
  void oneOfManyParallelUsesOfACodeWins() {
    Map<String, Object> body = body();
    body.put("otp", sendCode(email));
    List<Integer> statuses = Parallel.times(4, i -> post(body).statusCode());
    assertThat(statuses).containsOnlyOnce(201).allMatch(s -> s == 201 || s == 400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"agent", "admin", "developer", "dev", "support_agent"})
  void nobodyGivesThemselvesARole(String role) {
    Map<String, Object> body = body();
    body.put("role", role);
    body.put("otp", sendCode(email));
    assertProblem(post(body), 403, "FORBIDDEN");
    assertProblem(Api.as(Person.user()).body(body).post("/api/v1/users"), 403, "FORBIDDEN");
  }

  @ParameterizedTest
  @CsvSource({
    "reporter,user",
    "user,user",
    "developer,agent",
    "dev,agent",
    "support_agent,agent",
    "agent,agent",
    "admin,admin"
  })
  void anAdministratorGivesARoleByAnyOfItsNames(String given, String role) {
    Map<String, Object> body = body();
    body.put("role", given);
    Response answer = Api.as(Person.demoAdmin()).body(body).post("/api/v1/users");
    assertThat(answer.<String>path("role")).isEqualTo(role);
  }

  @Test
  void anUnknownRoleIsNoRole() {
    Map<String, Object> body = body();
    body.put("role", "root");
    assertProblem(post(body), 400, "VALIDATION_FAILED", "role");
  }

  @ParameterizedTest
  @ValueSource(strings = {"active", "version", "id", "createdAt", "language"})
  void takesNoFieldThatIsNotForIt(String field) {
    Map<String, Object> body = body();
    body.put(field, 1);
    assertProblem(post(body), 400, "MALFORMED_REQUEST", field);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "a@",
        "@b",
        "a b@c",
        "a@b@c",
        "a..b@c",
        ".a@c",
        "a@-b",
        "аdа@example.org",
        "ada@exämple.org",
        "ada@example.org\r\nBcc: all@example.org",
        "\u212Aate@example.org"
      })
  void refusesWhatIsNoPlainAddress(String bad) {
    Map<String, Object> body = body();
    body.put("email", bad);
    assertProblem(post(body), 400, "VALIDATION_FAILED", "email");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Ada\r\nBcc: all@example.org", "a\nb", "a\tb", "a\u2028b", "a\u202Eb", "\u0007"})
  void refusesANameThatCouldBecomeAHeader(String bad) {
    Map<String, Object> body = body();
    body.put("name", bad);
    assertProblem(post(body), 400, "VALIDATION_FAILED", "name");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Short-1",
        "nouppercase-1",
        "NOLOWERCASE-1",
        "No-digits-here",
        "NoSpecial1",
        "Password123"
      })
  void refusesAWeakPassword(String weak) {
    Map<String, Object> body = body();
    body.put("password", weak);
    assertProblem(post(body), 400, "VALIDATION_FAILED", "password");
  }

  @Test
  void countsAPasswordsBytesRatherThanItsLetters() {
    Map<String, Object> body = body();
    body.put("password", "Aa1-" + "ä".repeat(35));
    assertProblem(post(body), 400, "VALIDATION_FAILED", "password");
    body.put("password", "Aa1-" + "ä".repeat(34));
    register(body).then().statusCode(201);
    Person.signIn(email, "Aa1-" + "ä".repeat(34));
  }

  @Test
  void happensOnceForOneIdempotencyKey() {
    Map<String, Object> body = body();
    body.put("otp", sendCode(email));
    String key = UUID.randomUUID().toString();
    List<Response> answers = Parallel.times(6, i -> post(body, key));
    assertThat(answers.stream().map(Response::statusCode))
        .containsOnlyOnce(201)
        .allMatch(s -> s == 201 || s == 409);
    Response again = post(body, key);
    assertProblem(again, 409, "DUPLICATE_REQUEST");
    assertThat(again.<String>path("original.email")).isEqualTo(email);
    assertThat(again.asString()).doesNotContain("password");
    body.put("name", "Somebody else");
    assertProblem(post(body, key), 422, "IDEMPOTENCY_KEY_REUSED");
  }

  private static final String SAME = Api.address();

  private Response post(Map<String, Object> body, String key) {
    return Api.from(SAME).header("Idempotency-Key", key).body(body).post("/api/v1/users");
  }

  private Response register(Map<String, Object> body) {
    body.put("otp", sendCode(email));
    return post(body);
  }

  private static Response post(Map<String, Object> body) {
    return Api.anyone().body(body).post("/api/v1/users");
  }

  private static String sendCode(String email) {
    Api.with(Map.of("email", email)).post("/api/v1/otp/send-otp").then().statusCode(202);
    return Events.code(email);
  }

  private Map<String, Object> body() {
    Map<String, Object> body = new HashMap<>();
    body.put("name", "Ada");
    body.put("email", email);
    body.put("password", Person.PASSWORD);
    body.put("otp", "000000");
    return body;
  }
}
