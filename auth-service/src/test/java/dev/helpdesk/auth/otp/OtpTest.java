package dev.helpdesk.auth.otp;

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
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class OtpTest extends AuthTest {
  private final String email = Person.newEmail();

  @Test
  void sendsSixDigitsAndKeepsOnlyTheirHash() {
    send(email).then().statusCode(202);
    String code = Events.code(email);
    assertThat(code).matches("\\d{6}");
    assertThat(Database.rows("SELECT * FROM otp WHERE email = $1", email).toString())
        .doesNotContain(code);
  }

  @Test
  void answersTheSameForKnownAndUnknownAddresses() {
    Person known = Person.user();
    Response one = send(known.email());
    Response other = send(email);
    assertThat(one.statusCode()).isEqualTo(other.statusCode()).isEqualTo(202);
    assertThat(one.asString()).isEqualTo(other.asString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"de-DE, en;q=0.7|de", "en|en", "nonsense;;|en"})
  void writesInTheLanguageThatTheClientPrefersKnownOrNot(String header, String language) {
    for (String address : List.of(email, Person.user().email())) {
      Response sent =
          Api.with(Map.of("email", address))
              .header("Accept-Language", header)
              .post("/api/v1/otp/send-otp");
      assertThat(sent.statusCode()).isEqualTo(202);
      assertThat(sent.asString()).isEmpty();
      assertThat(Events.await(address, 1).get(0).data("language")).isEqualTo(language);
    }
  }

  @Test
  void leavesTheSameBehindForKnownAndUnknownAddresses() {
    Person known = Person.user();
    for (String address : List.of(known.email(), email)) {
      send(address).then().statusCode(202);
      Row row = Database.rows("SELECT * FROM otp WHERE email = $1", address).get(0);
      assertThat(row.getString("purpose")).isEqualTo("REGISTRATION");
      assertThat(row.getInteger("tries")).isZero();
      assertThat(row.getArrayOfOffsetDateTimes("sent_at")).hasSize(1);
      assertThat(Events.await(address, 1).get(0).envelope().getMap("data"))
          .containsOnlyKeys("email", "code", "purpose", "language", "expiresAt");
    }
  }

  @Test
  void countsAnAddressInAnyCaseAsOne() {
    send(email).then().statusCode(202);
    assertProblem(send(" " + email.toUpperCase(java.util.Locale.ROOT)), 429, "RATE_LIMITED");
    assertProblem(send(email.replace('e', '\u0435')), 400, "VALIDATION_FAILED", "email");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void needsAnAddress(String nothing) {
    assertProblem(send(nothing), 400, "FIELD_REQUIRED", "email");
  }

  @Test
  void sendsOneAMinute() {
    send(email).then().statusCode(202);
    Response second = send(email);
    assertProblem(second, 429, "RATE_LIMITED");
    assertThat(Integer.parseInt(second.header("Retry-After"))).isBetween(55, 60);
  }

  @Test
  void sendsTenADay() {
    for (int i = 0; i < 10; i++) {
      send(email).then().statusCode(202);
      Database.letTheMinutePass(email);
    }
    Response eleventh = send(email);
    assertProblem(eleventh, 429, "RATE_LIMITED");
    assertThat(Integer.parseInt(eleventh.header("Retry-After"))).isBetween(80_000, 86_400);
  }

  @Test
  void sendsOnceHoweverManyAskAtOnce() {
    List<Response> answers = Parallel.times(20, i -> send(email));
    assertThat(answers.stream().map(Response::statusCode))
        .containsOnlyOnce(202)
        .allMatch(status -> status == 202 || status == 429);
  }

  @Test
  void fourWrongThenRightWorks() {
    String code = requestCode();
    guessWrong(4, code);
    register(code).then().statusCode(201);
  }

  @Test
  void theFifthWrongKillsIt() {
    String code = requestCode();
    guessWrong(5, code);
    assertProblem(register(code), 400, "OTP_INVALID");
  }

  @Test
  void aHundredParallelGuessesGetFive() {
    String code = requestCode();
    Parallel.times(100, i -> register(wrong(code)))
        .forEach(answer -> assertProblem(answer, 400, "OTP_INVALID"));
    assertThat(Database.rows("SELECT tries FROM otp WHERE email = $1", email).get(0).getInteger(0))
        .isEqualTo(5);
    assertProblem(register(code), 400, "OTP_INVALID");
  }

  @Test
  void opensOnlyOnce() {
    String code = requestCode();
    register(code).then().statusCode(201);
    assertProblem(register(code), 400, "OTP_INVALID");
  }

  @Test
  void aNewerVoidsTheOlder() {
    String older = requestCode();
    Database.letTheMinutePass(email);
    send(email).then().statusCode(202);
    String newer = Events.code(email, 2);
    if (!newer.equals(older)) {
      assertProblem(register(older), 400, "OTP_INVALID");
    }
    register(newer).then().statusCode(201);
  }

  @Test
  void expires() {
    String code = requestCode();
    Database.run("UPDATE otp SET expires_at = now() WHERE email = $1", email);
    assertProblem(register(code), 400, "OTP_INVALID");
  }

  @Test
  void opensNothingButItsPurpose() {
    Person person = Person.user();
    send(person.email()).then().statusCode(202);
    Response reset =
        Api.with(
                Map.of(
                    "email", person.email(),
                    "otp", Events.code(person.email()),
                    "password", "Difference-1822"))
            .post("/api/v1/users/reset-password");
    assertProblem(reset, 400, "OTP_INVALID");
  }

  private String requestCode() {
    send(email).then().statusCode(202);
    return Events.code(email);
  }

  private void guessWrong(int times, String code) {
    for (int i = 0; i < times; i++) {
      assertProblem(register(wrong(code)), 400, "OTP_INVALID");
    }
  }

  private static String wrong(String code) {
    return code.equals("000000") ? "000001" : "000000";
  }

  private static Response send(String email) {
    return Api.with(Map.of("email", email)).post("/api/v1/otp/send-otp");
  }

  private Response register(String code) {
    return Api.with(Map.of("name", "Ada", "email", email, "password", Person.PASSWORD, "otp", code))
        .post("/api/v1/users");
  }
}
