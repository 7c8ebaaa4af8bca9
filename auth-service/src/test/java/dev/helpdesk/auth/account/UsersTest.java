package dev.helpdesk.auth.account;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class UsersTest extends AuthTest {
  private Person admin;

  @BeforeEach
  void meet() {
    admin = Person.admin();
  }

  @Test
  void searchesNameAddressAndUsername() {
    Person person = Person.user();
    patch(person, Map.of("name", "Zoë_100% " + person.id())).then().statusCode(200);
    for (String part :
        List.of(
            person.id(),
            "ZOË_100% " + person.id(),
            person.email().toUpperCase(),
            person.username())) {
      assertThat(search(part)).containsExactly(person.id());
    }
    assertThat(search("Zo__100% " + person.id())).isEmpty();
    assertThat(search("100\\% " + person.id())).isEmpty();
  }

  @Test
  void filtersByRoleAndState() {
    Person agent = Person.agent();
    patch(agent, Map.of("active", false)).then().statusCode(200);
    Response closed =
        Api.as(admin)
            .queryParams("role", "developer", "active", "false", "search", agent.email())
            .get("/api/v1/users");
    assertThat(closed.jsonPath().getList("items.id")).containsExactly(agent.id());
    assertProblem(
        Api.as(admin).queryParam("role", "root").get("/api/v1/users"),
        400,
        "VALIDATION_FAILED",
        "role");
    assertProblem(
        Api.as(admin).queryParam("active", "yes").get("/api/v1/users"),
        400,
        "VALIDATION_FAILED",
        "active");
  }

  @Test
  void everyWayOfPagingShowsEverybodyOnce() {
    String name = "Walk " + UUID.randomUUID();
    for (int i = 0; i < 5; i++) {
      patch(Person.user(), Map.of("name", name)).then().statusCode(200);
    }
    Response first = Api.as(admin).queryParams("search", name, "limit", 2).get("/api/v1/users");
    assertThat(first.<Integer>path("total")).isEqualTo(5);
    assertThat(first.header("Link")).contains("rel=\"next\"", "rel=\"last\"");
    List<String> seen = new java.util.ArrayList<>(first.jsonPath().getList("items.id"));
    String cursor = first.path("nextCursor");
    while (cursor != null) {
      Response next =
          Api.as(admin)
              .queryParams("search", name, "limit", 2, "cursor", cursor)
              .get("/api/v1/users");
      seen.addAll(next.jsonPath().getList("items.id"));
      cursor = next.path("nextCursor");
    }
    assertThat(seen).hasSize(5).doesNotHaveDuplicates();
  }

  @Test
  void whoIsNotThereIsNotFound() {
    for (String id : List.of(UUID.randomUUID().toString(), "nobody", "42")) {
      assertProblem(Api.as(admin).get("/api/v1/users/" + id), 404, "NOT_FOUND");
    }
  }

  @Test
  void aUserLearnsOfNobodyWhoIsThere() {
    Person user = Person.user();
    for (String id : List.of(admin.id(), user.id(), UUID.randomUUID().toString())) {
      Response answer = Api.as(user).get("/api/v1/users/" + id);
      assertProblem(answer, 403, "FORBIDDEN");
      assertThat(answer.<String>path("detail"))
          .isEqualTo(Api.as(user).get("/api/v1/users").path("detail"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ada\r\nBcc: all@example.org", "a\nb", "a\u2028b", "a\u202Eb", ""})
  void givesNobodyANameThatCouldBecomeAHeader(String bad) {
    assertThat(patch(Person.user(), Map.of("name", bad)).statusCode()).isEqualTo(400);
  }

  @Test
  void aClosedAccountOpensNothingAndTellsNobodyWhy() {
    Person person = Person.user();
    Response closed = patch(person, Map.of("active", false));
    assertThat(closed.<Boolean>path("active")).isFalse();
    assertThat(Events.await(person.id(), 2).get(1).type())
        .isEqualTo("helpdesk.user.deactivated.v1");
    assertProblem(Person.refresh(person.refresh()), 401, "TOKEN_INVALID");
    Response signIn = Person.trySignIn(Api.address(), person.email(), Person.PASSWORD);
    Response unknown = Person.trySignIn(Api.address(), Person.newEmail(), Person.PASSWORD);
    assertThat(signIn.jsonPath().getString("detail"))
        .isEqualTo(unknown.jsonPath().getString("detail"));
    assertProblem(signIn, 401, "INVALID_CREDENTIALS");
    assertProblem(Api.as(person).get("/api/v1/users/me"), 401, "TOKEN_INVALID");
    patch(person, Map.of("active", true)).then().statusCode(200);
    Person.signIn(person.email(), Person.PASSWORD);
  }

  @Test
  void whoIsDemotedLosesTheirSessions() {
    Person agent = Person.agent();
    patch(agent, Map.of("role", "reporter")).then().statusCode(200);
    assertProblem(Person.refresh(agent.refresh()), 401, "TOKEN_INVALID");
  }

  @Test
  void whoIsPromotedFindsTheirRoleAtTheNextRefresh() {
    Person person = Person.user();
    patch(person, Map.of("role", "dev")).then().statusCode(200);
    assertThat(Person.refresh(person.refresh()).<String>path("user.role")).isEqualTo("agent");
  }

  @Test
  void aDemotedAdministratorCannotTakeTheRoleBack() {
    Person former = Person.admin();
    patch(former, Map.of("role", "user")).then().statusCode(200);
    Response back =
        Api.as(former).body(Map.of("role", "admin")).patch("/api/v1/users/" + former.id());
    assertProblem(back, 403, "FORBIDDEN");
    Map<String, Object> accomplice = new HashMap<>();
    accomplice.put("name", "X");
    accomplice.put("email", Person.newEmail());
    accomplice.put("password", Person.PASSWORD);
    accomplice.put("role", "admin");
    assertProblem(Api.as(former).body(accomplice).post("/api/v1/users"), 403, "FORBIDDEN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"email", "username", "id", "password", "language"})
  void changesNothingElse(String field) {
    assertProblem(patch(Person.user(), Map.of(field, "x")), 400, "MALFORMED_REQUEST", field);
  }

  @Test
  void theLastOfManyAdministratorsStaysHoweverTheyRace() {
    Person one = Person.admin();
    Person other = Person.admin();
    Database.run(
        "UPDATE account SET active = false WHERE role = 'ADMIN' AND id NOT IN ($1, $2)",
        UUID.fromString(one.id()),
        UUID.fromString(other.id()));
    try {
      List<Response> answers =
          Parallel.times(
              2,
              i ->
                  Api.as(i == 0 ? one : other)
                      .body(i == 0 ? Map.of("role", "user") : Map.of("active", false))
                      .patch("/api/v1/users/" + (i == 0 ? other : one).id()));
      assertThat(answers.stream().map(Response::statusCode))
          .containsOnlyOnce(200)
          .allMatch(status -> status == 200 || status == 409 || status == 401 || status == 403);
      assertThat(Database.rows("SELECT 1 FROM account WHERE role = 'ADMIN' AND active").size())
          .isEqualTo(1);
    } finally {
      Database.run("UPDATE account SET active = true WHERE role = 'ADMIN'");
    }
  }

  @Test
  void theLastAdministratorCannotBeClosed() {
    Person last = Person.admin();
    Database.run(
        "UPDATE account SET active = false WHERE role = 'ADMIN' AND id <> $1",
        UUID.fromString(last.id()));
    try {
      for (Map<String, ?> change : List.of(Map.of("active", false), Map.of("role", "agent"))) {
        assertProblem(
            Api.as(last).body(change).patch("/api/v1/users/" + last.id()), 409, "CONFLICT");
      }
    } finally {
      Database.run("UPDATE account SET active = true WHERE role = 'ADMIN'");
    }
  }

  private List<String> search(String text) {
    return Api.as(admin)
        .queryParam("search", text)
        .get("/api/v1/users")
        .jsonPath()
        .getList("items.id");
  }

  private Response patch(Person person, Map<String, ?> body) {
    return Api.as(admin).body(body).patch("/api/v1/users/" + person.id());
  }
}
