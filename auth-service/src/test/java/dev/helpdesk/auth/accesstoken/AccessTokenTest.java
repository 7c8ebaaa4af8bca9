package dev.helpdesk.auth.accesstoken;

import static dev.helpdesk.test.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.helpdesk.auth.Api;
import dev.helpdesk.auth.AuthTest;
import dev.helpdesk.auth.Database;
import dev.helpdesk.auth.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AccessTokenTest extends AuthTest {
  private static final String TOKENS = "/api/v1/users/me/tokens";

  private Person person;

  @BeforeEach
  void meet() {
    person = Person.user();
  }

  @Test
  void showsTheSecretOnceAndKeepsItsHash() {
    Response created = create(person.token(), "read");
    created.then().statusCode(201);
    assertThat(created.header("Cache-Control")).contains("no-store");
    String secret = created.path("token");
    Response list = Api.as(person).get(TOKENS);
    assertThat(list.jsonPath().getList("items")).hasSize(1);
    assertThat(list.asString()).doesNotContain(secret);
    assertThat(Database.rows("SELECT * FROM access_token").toString()).doesNotContain(secret);
    Api.as(person).get(created.header("Location")).then().statusCode(200);
  }

  @Test
  void tradesForATokenWithItsScopes() {
    String reading = exchanged(create(person.token(), "read").path("token"));
    Api.as(reading).get("/api/v1/users/me").then().statusCode(200);
    assertProblem(
        Api.as(reading).body(Map.of("name", "X")).patch("/api/v1/users/me"), 403, "FORBIDDEN");
    String writing = exchanged(create(person.token(), "read", "write").path("token"));
    Api.as(writing).body(Map.of("name", "X")).patch("/api/v1/users/me").then().statusCode(200);
  }

  @Test
  void anAdministratorsTokenNeedsTheScopeToo() {
    Person admin = Person.admin();
    String writing = exchanged(create(admin.token(), "read", "write").path("token"));
    String full = exchanged(create(admin.token(), "read", "write", "admin").path("token"));
    String target = "/api/v1/users/" + person.id();
    assertProblem(Api.as(writing).body(Map.of("name", "X")).patch(target), 403, "FORBIDDEN");
    Api.as(full).body(Map.of("name", "X")).patch(target).then().statusCode(200);
    assertProblem(
        Api.as(writing)
            .body(
                Map.of(
                    "name",
                    "X",
                    "email",
                    Person.newEmail(),
                    "password",
                    Person.PASSWORD,
                    "role",
                    "admin"))
            .post("/api/v1/users"),
        403,
        "FORBIDDEN");
  }

  @Test
  void aScopeIsNoRole() {
    String full = exchanged(create(person.token(), "read", "write", "admin").path("token"));
    assertProblem(Api.as(full).get("/api/v1/users"), 403, "FORBIDDEN");
  }

  @Test
  void makesNoTokenThatMayMore() {
    String writing = exchanged(create(person.token(), "read", "write").path("token"));
    create(writing, "read").then().statusCode(201);
    assertProblem(create(writing, "admin"), 403, "FORBIDDEN");
  }

  @Test
  void aWithdrawnTokenTradesForNothing() {
    Response created = create(person.token(), "read");
    String secret = created.path("token");
    Person stranger = Person.user();
    String location = created.header("Location");
    assertProblem(Api.as(stranger).delete(location), 404, "NOT_FOUND");
    Api.as(person).delete(location).then().statusCode(204);
    assertProblem(Api.as(person).delete(location), 404, "NOT_FOUND");
    assertProblem(exchange(secret), 401, "TOKEN_INVALID");
  }

  @Test
  void diesWithItsTimeAndItsPerson() {
    String secret = create(person.token(), "read").path("token");
    Database.run("UPDATE access_token SET expires_at = now() WHERE account_id = $1", id());
    assertProblem(exchange(secret), 401, "TOKEN_EXPIRED");
    Database.run("UPDATE access_token SET expires_at = NULL WHERE account_id = $1", id());
    Database.run("UPDATE account SET active = false WHERE id = $1", id());
    assertProblem(exchange(secret), 401, "TOKEN_INVALID");
    assertProblem(exchange("nonsense"), 401, "TOKEN_INVALID");
  }

  @Test
  void refusesScopesAndTimesThatAreNone() {
    assertProblem(create(person.token(), "root"), 400, "VALIDATION_FAILED");
    assertProblem(create(person.token()), 400, "VALIDATION_FAILED", "scopes");
    assertProblem(
        Api.as(person).body(Map.of("name", "x")).post(TOKENS), 400, "FIELD_REQUIRED", "scopes");
    Map<String, Object> past =
        Map.of("name", "x", "scopes", List.of("read"), "expiresAt", "2020-01-01T00:00:00Z");
    assertProblem(Api.as(person).body(past).post(TOKENS), 400, "VALIDATION_FAILED", "expiresAt");
  }

  @Test
  void noRepeatShowsTheSecretAgain() {
    Map<String, Object> body = Map.of("name", "ci", "scopes", List.of("read"));
    String key = UUID.randomUUID().toString();
    String secret =
        Api.as(person).header("Idempotency-Key", key).body(body).post(TOKENS).path("token");
    Response again = Api.as(person).header("Idempotency-Key", key).body(body).post(TOKENS);
    assertProblem(again, 409, "DUPLICATE_REQUEST");
    Response replay =
        Api.as(person)
            .header("Idempotency-Key", key)
            .header("Prefer", "handling=lenient")
            .body(body)
            .post(TOKENS);
    replay.then().statusCode(201);
    assertThat(replay.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(again.asString() + replay.asString()).doesNotContain(secret);
    assertThat(Database.rows("SELECT answer FROM idempotency").toString()).doesNotContain(secret);
  }

  private UUID id() {
    return UUID.fromString(person.id());
  }

  private static Response create(String token, String... scopes) {
    return Api.as(token).body(Map.of("name", "ci", "scopes", List.of(scopes))).post(TOKENS);
  }

  private static Response exchange(String secret) {
    return Api.with(Map.of("token", secret)).post("/api/v1/users/token");
  }

  private static String exchanged(String secret) {
    Response answer = exchange(secret);
    answer.then().statusCode(200);
    assertThat(answer.jsonPath().getMap("").keySet())
        .containsExactlyInAnyOrder("token", "tokenType", "expiresIn");
    return answer.path("token");
  }
}
