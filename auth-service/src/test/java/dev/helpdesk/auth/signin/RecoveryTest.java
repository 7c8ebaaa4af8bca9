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
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RecoveryTest extends AuthTest {
  private static final String NEW = "Difference-1822";

  private Person person;

  @BeforeEach
  void meet() {
    person = Person.user();
  }

  @Test
  void setsANewPasswordAndEndsEverySession() {
    forgot(person.email()).then().statusCode(202);
    Events.Seen event = Events.await(person.email(), 1).get(0);
    assertThat(event.data("purpose")).isEqualTo("password-reset");
    reset(person.email(), event.data("code")).then().statusCode(204);
    assertProblem(Person.refresh(person.refresh()), 401, "TOKEN_INVALID");
    Person.signIn(person.email(), NEW);
    assertProblem(reset(person.email(), event.data("code")), 400, "OTP_INVALID");
  }

  @Test
  void anUnknownAddressGetsTheSameAnswersAndNoMail() {
    String nobody = Person.newEmail();
    forgot(nobody).then().statusCode(202);
    assertProblem(forgot(nobody), 429, "RATE_LIMITED");
    assertProblem(reset(nobody, "000000"), 400, "OTP_INVALID");
    forgot(person.email()).then().statusCode(202);
    Events.await(person.email(), 1);
    assertThat(Events.of(nobody)).isEmpty();
  }

  @Test
  void aClosedAccountIsLikeAnUnknownAddress() {
    Database.run("UPDATE account SET active = false WHERE id = $1", UUID.fromString(person.id()));
    forgot(person.email()).then().statusCode(202);
    assertProblem(forgot(person.email()), 429, "RATE_LIMITED");
    assertProblem(reset(person.email(), "000000"), 400, "OTP_INVALID");
    assertThat(Events.of(person.email())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Short-1", "nouppercase-1", "Password123", "\u00e4"})
  void takesNoWeakPassword(String weak) {
    Response answer =
        Api.with(Map.of("email", person.email(), "otp", "000000", "password", weak))
            .post("/api/v1/users/reset-password");
    assertProblem(answer, 400, "VALIDATION_FAILED", "password");
  }

  @Test
  void doesNotCountAgainstTheCodesForRegistration() {
    forgot(person.email()).then().statusCode(202);
    Api.with(Map.of("email", person.email())).post("/api/v1/otp/send-otp").then().statusCode(202);
  }

  @Test
  void aHundredGuessesDoNotOpenIt() {
    forgot(person.email()).then().statusCode(202);
    String code = Events.code(person.email());
    Parallel.times(30, i -> reset(person.email(), code.equals("111111") ? "2" : "111111"))
        .forEach(answer -> assertProblem(answer, 400, "OTP_INVALID"));
    assertProblem(reset(person.email(), code), 400, "OTP_INVALID");
    Person.signIn(person.email(), Person.PASSWORD);
  }

  private static Response forgot(String email) {
    return Api.with(Map.of("email", email)).post("/api/v1/users/forgot-password");
  }

  private static Response reset(String email, String code) {
    return Api.with(Map.of("email", email, "otp", code, "password", NEW))
        .post("/api/v1/users/reset-password");
  }
}
