package dev.helpdesk.ticketing.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.helpdesk.test.HelpdeskResource;
import dev.helpdesk.test.Problems;
import dev.helpdesk.ticketing.Desk;
import dev.helpdesk.ticketing.Someone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(HelpdeskResource.class)
class TicketTest {
  private Someone owner;
  private Someone user;
  private Someone agent;
  private String space;

  @BeforeEach
  void openASpace() {
    owner = Someone.user();
    user = Someone.user();
    agent = Someone.agent();
    space = Desk.space(owner);
  }

  @Nested
  class Filing {
    @Test
    void takesDefaults() {
      Response answer = Desk.file(user, space, Map.of());
      answer
          .then()
          .statusCode(201)
          .header("ETag", "\"0\"")
          .header("Location", org.hamcrest.Matchers.endsWith("/api/v1/tickets/" + space + "-1"))
          .body("ticketId", equalTo(space + "-1"))
          .body("number", equalTo(1))
          .body("status", equalTo("open"))
          .body("priority", equalTo("medium"))
          .body("severity", equalTo("medium"))
          .body("category", equalTo("general"))
          .body("tags", hasSize(0))
          .body("requester.id", equalTo(user.id().toString()))
          .body("requester.email", equalTo(user.email()))
          .body("assignee", nullValue())
          .body("github", nullValue())
          .body("breached", equalTo(false))
          .body("commentCount", equalTo(0))
          .body("resolvedAt", nullValue());
      Instant created = Instant.parse(answer.path("createdAt"));
      assertThat(Instant.parse(answer.path("slaDueAt")))
          .isEqualTo(created.plus(Duration.ofHours(24)));
    }

    @Test
    void takesAllThatMayBeGiven() {
      Map<String, Object> fields =
          Map.of(
              "priority",
              "critical",
              "severity",
              "low",
              "category",
              "bug",
              "tags",
              List.of("UI", "urgent", "ui"),
              "assignee",
              agent.email(),
              "dueDate",
              "2027-02-28",
              "slaMinutes",
              90,
              "title",
              "🚀 عنوان",
              "description",
              "x");
      String key = Desk.ticket(user, space, fields);
      user.get("/tickets/" + key)
          .then()
          .statusCode(200)
          .body("title", equalTo("🚀 عنوان"))
          .body("tags", contains("ui", "urgent"))
          .body("assignee.id", equalTo(agent.id().toString()))
          .body("dueDate", equalTo("2027-02-28"))
          .body("slaMinutes", equalTo(90))
          .body("timeline", hasSize(1))
          .body("timeline[0].action", equalTo("created"))
          .body("timeline[0].actor.id", equalTo(user.id().toString()))
          .body("comments", hasSize(0));
    }

    @Test
    void refusesWhatIsMissingOrWrong() {
      Problems.assertProblem(
          user.post("/spaces/" + space + "/tickets", Map.of("title", "x")),
          400,
          "FIELD_REQUIRED",
          "description");
      Problems.assertProblem(
          Desk.file(user, space, Map.of("priority", "urgent")),
          400,
          "VALIDATION_FAILED",
          "priority");
      Problems.assertProblem(
          Desk.file(user, space, Map.of("title", "🚀".repeat(201))),
          400,
          "VALIDATION_FAILED",
          "title");
      Desk.file(user, space, Map.of("title", "🚀".repeat(200))).then().statusCode(201);
      Problems.assertProblem(
          Desk.file(user, space, Map.of("assignee", "nobody@example.org")),
          400,
          "VALIDATION_FAILED",
          "assignee");
      Problems.assertProblem(
          Desk.file(user, space, Map.of("dueDate", "2027-02-30")),
          400,
          "VALIDATION_FAILED",
          "dueDate");
      Problems.assertProblem(
          Desk.file(user, space, Map.of("slaMinutes", 0)), 400, "VALIDATION_FAILED", "slaMinutes");
      Problems.assertProblem(
          Desk.file(user, space, Map.of("number", 7)), 400, "MALFORMED_REQUEST", "number");
    }

    @Test
    void onBehalfOfOthersIsForAgents() {
      Map<String, Object> forOwner = Map.of("requester", owner.email());
      Problems.assertProblem(Desk.file(user, space, forOwner), 403, "FORBIDDEN", "requester");
      Desk.file(agent, space, forOwner)
          .then()
          .statusCode(201)
          .body("requester.id", equalTo(owner.id().toString()));
    }

    @Test
    void aRepeatedKeyFilesOneTicket() {
      String path = "/api/v1/spaces/" + space + "/tickets";
      Map<String, String> body = Map.of("title", "Once", "description", "only");
      Response first = user.sending(body).header("Idempotency-Key", "k1").post(path);
      Response second = user.sending(body).header("Idempotency-Key", "k1").post(path);
      Response replay =
          user.sending(body)
              .header("Idempotency-Key", "\"k1\"")
              .header("Prefer", "handling=lenient")
              .post(path);
      first.then().statusCode(201);
      Problems.assertProblem(second, 409, "DUPLICATE_REQUEST");
      assertThat(second.jsonPath().getString("original.ticketId"))
          .isEqualTo(first.path("ticketId"));
      replay.then().statusCode(201).header("Idempotency-Replayed", "true").header("ETag", "\"0\"");
      assertThat(replay.asString()).isEqualTo(first.asString());
      Problems.assertProblem(
          user.sending(Map.of("title", "Other", "description", "only"))
              .header("Idempotency-Key", "k1")
              .post(path),
          422,
          "IDEMPOTENCY_KEY_REUSED");
      assertThat(user.get("/spaces/" + space + "/tickets").jsonPath().getInt("total")).isEqualTo(1);
    }
  }

  @Nested
  class InheritedRoutes {
    @Test
    void areValidatedAndGuardedLikeOthers() {
      String path = "/tickets/" + Desk.ticket(user, space);
      Problems.assertProblem(
          owner.patch(path, Map.of("title", " ")), 400, "VALIDATION_FAILED", "title");
      Problems.assertProblem(
          user.post(path + "/comments", Map.of("body", "")), 400, "FIELD_REQUIRED", "body");
      Problems.assertProblem(
          io.restassured.RestAssured.given().get("/api/v1" + path), 401, "TOKEN_INVALID");
      String readOnly =
          dev.helpdesk.test.Tokens.sign(
              dev.helpdesk.test.Tokens.claims(user.id(), user.email(), user.role())
                  .claim("scopes", List.of("read")));
      Someone reader = new Someone(user.id(), user.email(), user.role(), readOnly);
      reader.get(path).then().statusCode(200);
      Problems.assertProblem(reader.patch(path, Map.of("title", "x")), 403, "FORBIDDEN");
      Problems.assertProblem(
          reader.post(path + "/comments", Map.of("body", "x")), 403, "FORBIDDEN");
    }
  }

  @Nested
  class Addresses {
    @Test
    void leadByKeyInAnyCaseAndByIdFlatAndNested() {
      Response created = Desk.file(user, space, Map.of());
      String key = created.path("ticketId");
      for (String ref : List.of(key, key.toLowerCase(Locale.ROOT), created.path("id"))) {
        user.get("/tickets/" + ref).then().statusCode(200).body("ticketId", equalTo(key));
        user.get("/spaces/" + space + "/tickets/" + ref).then().statusCode(200);
      }
    }

    @Test
    void thatLeadNowhereAllAnswerAlike() {
      String key = Desk.ticket(user, space);
      String other = Desk.space(owner);
      String hidden = Desk.ticket(owner, Desk.space(owner, "private"));
      List<String> nowhere =
          List.of(
              "/tickets/" + hidden,
              "/tickets/" + space + "-99",
              "/tickets/nonsense",
              "/tickets/" + UUID.randomUUID(),
              "/spaces/" + other + "/tickets/" + key,
              "/spaces/nope/tickets/" + key,
              "/spaces/ß/tickets/" + key);
      for (String path : nowhere) {
        Map<String, Object> problem = Problems.assertProblem(user.get(path), 404, "NOT_FOUND");
        assertThat(problem.get("detail")).isEqualTo("There is nothing at this address.");
        Problems.assertProblem(user.patch(path, Map.of("title", "x")), 404, "NOT_FOUND");
        Problems.assertProblem(user.delete(path), 404, "NOT_FOUND");
      }
    }
  }

  @Nested
  class Changing {
    @Test
    void setsOnlyWhatIsGivenAndClearsWithNull() {
      String key =
          Desk.ticket(
              user, space, Map.of("dueDate", "2027-01-01", "slaMinutes", 5, "category", "bug"));
      owner
          .patch("/tickets/" + key, "{\"dueDate\":null,\"slaMinutes\":null,\"category\":null}")
          .then()
          .statusCode(200)
          .header("ETag", "\"1\"")
          .body("dueDate", nullValue())
          .body("slaMinutes", nullValue())
          .body("category", equalTo("general"))
          .body("title", equalTo("It hurts"));
      Problems.assertProblem(
          owner.patch("/tickets/" + key, "{\"title\":null}"), 400, "FIELD_REQUIRED", "title");
      Problems.assertProblem(
          owner.patch("/tickets/" + key, "{\"id\":\"x\"}"), 400, "MALFORMED_REQUEST", "id");
      Problems.assertProblem(
          owner.patch("/tickets/" + key, "{\"status\":\"lost\"}"),
          400,
          "VALIDATION_FAILED",
          "status");
    }

    @Test
    void withoutAnyDifferenceChangesNothing() {
      String key = Desk.ticket(user, space, Map.of("tags", List.of("a", "b")));
      owner
          .patch("/tickets/" + key, Map.of("title", "It hurts", "tags", List.of("B", "a")))
          .then()
          .statusCode(200)
          .body("version", equalTo(0));
      owner.get("/tickets/" + key + "/timeline").then().body("total", equalTo(1));
    }

    @Test
    void honoursTheVersionInHeaderAndBody() {
      String path = "/tickets/" + Desk.ticket(user, space);
      owner.patch(path, Map.of("title", "one")).then().statusCode(200).body("version", equalTo(1));
      Response stale =
          owner.sending(Map.of("title", "two")).header("If-Match", "\"0\"").patch("/api/v1" + path);
      Problems.assertProblem(stale, 412, "OPTIMISTIC_LOCK");
      stale.then().header("ETag", "\"1\"").body("currentVersion", equalTo(1));
      Problems.assertProblem(
          owner.patch(path, Map.of("title", "two", "version", 0)), 409, "OPTIMISTIC_LOCK");
      owner
          .sending(Map.of("title", "two"))
          .header("If-Match", "1")
          .patch("/api/v1" + path)
          .then()
          .statusCode(200);
      owner.patch(path, Map.of("title", "three", "version", 2)).then().statusCode(200);
      owner.request().header("If-Match", "\"1\"").delete("/api/v1" + path).then().statusCode(412);
    }

    @Test
    void namesTheFieldsThatTheCallerMayNotChange() {
      String path = "/tickets/" + Desk.ticket(user, space);
      Response refused =
          user.patch(path, Map.of("title", "mine", "priority", "low", "slaMinutes", 5));
      Problems.assertProblem(refused, 403, "FORBIDDEN", "priority");
      assertThat(refused.jsonPath().getList("errors.field", String.class))
          .containsExactly("priority", "slaMinutes");
      user.get(path).then().body("title", equalTo("It hurts")).body("version", equalTo(0));
    }

    @Test
    void recomputesTheDeadlineFromTheCreation() {
      Response created = Desk.file(user, space, Map.of());
      String path = "/tickets/" + created.path("ticketId");
      Instant at = Instant.parse(created.path("createdAt"));
      String due = owner.patch(path, Map.of("priority", "critical")).path("slaDueAt");
      assertThat(Instant.parse(due)).isEqualTo(at.plus(Duration.ofHours(1)));
      due = owner.patch(path, Map.of("slaMinutes", 1)).path("slaDueAt");
      assertThat(Instant.parse(due)).isEqualTo(at.plus(Duration.ofMinutes(1)));
    }

    @Test
    void anAgentClaimsAndHandsOver() {
      String path = "/tickets/" + Desk.ticket(user, space);
      Someone other = Someone.agent();
      Problems.assertProblem(
          agent.patch(path, Map.of("assignee", other.email())), 403, "FORBIDDEN", "assignee");
      agent.patch(path, Map.of("assignee", agent.email())).then().statusCode(200);
      Problems.assertProblem(
          other.patch(path, Map.of("assignee", other.email())), 403, "FORBIDDEN", "assignee");
      agent
          .patch(path, Map.of("assignee", other.id().toString(), "priority", "high"))
          .then()
          .statusCode(200)
          .body("assignee.email", equalTo(other.email()));
    }

    @Test
    void leavesOneLineForEachKindOfChange() {
      String path = "/tickets/" + Desk.ticket(user, space);
      owner
          .patch(
              path,
              Map.of(
                  "title",
                  "New",
                  "tags",
                  List.of("x"),
                  "status",
                  "in_progress",
                  "assignee",
                  agent.email()))
          .then()
          .statusCode(200)
          .body("version", equalTo(1));
      user.get(path + "/timeline")
          .then()
          .body("items.action", contains("created", "updated", "assigned", "status_changed"))
          .body("items[1].changes.field", contains("title", "tags"))
          .body("items[1].changes[0].from", equalTo("It hurts"))
          .body("items[1].changes[1].to", contains("x"))
          .body("items[3].changes[0].from", equalTo("open"))
          .body("items[3].changes[0].to", equalTo("in_progress"))
          .body("items[3].actor.id", equalTo(owner.id().toString()));
    }
  }

  @Nested
  class Moving {
    @Test
    void followsTheWorkflow() {
      String path = "/tickets/" + Desk.ticket(user, space);
      Response refused = owner.patch(path + "/status", Map.of("status", "closed"));
      Problems.assertProblem(refused, 409, "INVALID_TRANSITION");
      refused.then().body("allowed", contains("in_progress"));
      Problems.assertProblem(
          owner.patch(path + "/status", Map.of("status", "to_do")), 409, "INVALID_TRANSITION");
      owner.patch(path, Map.of("status", "in_progress")).then().statusCode(200);
      owner
          .patch(path + "/status", Map.of("status", "done"))
          .then()
          .statusCode(200)
          .body("status", equalTo("resolved"))
          .body("resolvedAt", notNullValue());
      owner
          .patch(path + "/status", Map.of("status", "closed"))
          .then()
          .body("closedAt", notNullValue())
          .body("resolvedAt", notNullValue());
      owner
          .patch(path + "/status", Map.of("status", "todo"))
          .then()
          .body("status", equalTo("open"))
          .body("closedAt", nullValue())
          .body("resolvedAt", nullValue());
    }

    @Test
    void aRequesterOnlyJudgesTheResolution() {
      String key = Desk.ticket(user, space);
      Problems.assertProblem(
          user.patch("/tickets/" + key + "/status", Map.of("status", "in_progress")),
          403,
          "FORBIDDEN",
          "status");
      Desk.move(owner, key, "in_progress", "resolved");
      user.patch("/tickets/" + key + "/status", Map.of("status", "open")).then().statusCode(200);
      Desk.move(owner, key, "in_progress", "resolved");
      user.patch("/tickets/" + key + "/status", Map.of("status", "closed")).then().statusCode(200);
      Problems.assertProblem(
          user.patch("/tickets/" + key + "/status", Map.of("status", "open")), 403, "FORBIDDEN");
    }
  }

  @Nested
  class Removing {
    @Test
    void hidesTheTicketAndKeepsItsNumber() {
      String key = Desk.ticket(user, space);
      Problems.assertProblem(user.delete("/tickets/" + key), 403, "FORBIDDEN");
      owner.delete("/tickets/" + key).then().statusCode(204);
      Problems.assertProblem(owner.get("/tickets/" + key), 404, "NOT_FOUND");
      Problems.assertProblem(owner.delete("/tickets/" + key), 404, "NOT_FOUND");
      assertThat(Desk.ticket(user, space)).isEqualTo(space + "-2");
      owner.get("/spaces/" + space + "/tickets").then().body("total", equalTo(1));
      owner.get("/spaces/" + space + "/tickets/stats").then().body("open", equalTo(1));
    }

    @Test
    void canBeTakenBackByOwners() {
      String key = Desk.ticket(user, space);
      Problems.assertProblem(user.post("/tickets/" + key + "/restore", ""), 403, "FORBIDDEN");
      Problems.assertProblem(owner.post("/tickets/" + key + "/restore", ""), 409, "CONFLICT");
      owner.delete("/tickets/" + key).then().statusCode(204);
      Problems.assertProblem(user.post("/tickets/" + key + "/restore", ""), 404, "NOT_FOUND");
      owner.request().post("/api/v1/tickets/" + key + "/restore").then().statusCode(200);
      user.get("/tickets/" + key).then().statusCode(200).body("version", equalTo(2));
      owner.get("/spaces/" + space + "/tickets/stats").then().body("open", equalTo(1));
    }

    @Test
    void ofTheSpaceHidesAllItsTickets() {
      String key = Desk.ticket(user, space);
      owner.delete("/spaces/" + space).then().statusCode(204);
      for (String path :
          List.of("/tickets/" + key, "/spaces/" + space, "/spaces/" + space + "/tickets")) {
        Problems.assertProblem(Someone.admin().get(path), 404, "NOT_FOUND");
      }
      Problems.assertProblem(Desk.file(user, space, Map.of()), 404, "NOT_FOUND");
    }
  }

  @Nested
  class Many {
    @Test
    void areEachJudgedAlone() {
      String mine = Desk.ticket(user, space);
      String theirs = Desk.ticket(owner, space);
      user.post(
              "/tickets/bulk",
              Map.of("ids", List.of(mine, theirs, "XX-1"), "patch", Map.of("title", "Bulk")))
          .then()
          .statusCode(207)
          .body("results.ticketId", contains(mine, theirs, "XX-1"))
          .body("results.status", contains(200, 403, 404))
          .body("results[0].version", equalTo(1))
          .body("results[1].code", equalTo("FORBIDDEN"));
      Problems.assertProblem(
          user.post("/tickets/bulk", Map.of("ids", List.of(mine), "patch", Map.of("nonsense", 1))),
          400,
          "MALFORMED_REQUEST",
          "patch.nonsense");
    }
  }

  @Nested
  class Watching {
    @Test
    void isWhatRequesterAssigneeAndCommentersDo() {
      String key = Desk.ticket(user, space, Map.of("assignee", agent.email()));
      Someone visitor = Someone.user();
      visitor
          .post("/tickets/" + key + "/comments", Map.of("body", "me too"))
          .then()
          .statusCode(201);
      user.get("/tickets/" + key + "/watchers").then().statusCode(200).body("total", equalTo(3));
      visitor.delete("/tickets/" + key + "/watchers/me").then().statusCode(204);
      owner.request().put("/api/v1/tickets/" + key + "/watchers/me").then().statusCode(204);
      List<String> ids = user.get("/tickets/" + key + "/watchers").jsonPath().getList("items.id");
      assertThat(ids)
          .containsExactlyInAnyOrder(
              user.id().toString(), agent.id().toString(), owner.id().toString());
      user.get("/tickets/" + key).then().body("version", equalTo(0));
    }
  }
}
