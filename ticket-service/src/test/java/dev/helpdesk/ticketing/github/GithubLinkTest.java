package dev.helpdesk.ticketing.github;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.helpdesk.test.Problems;
import dev.helpdesk.ticketing.Desk;
import dev.helpdesk.ticketing.Someone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GithubLinkTest extends GithubTest {
  @Test
  void aRepositoryBelongsToASpaceUntilItIsTakenAway() {
    String path = "/spaces/" + space + "/github";
    boss.get(path)
        .then()
        .statusCode(200)
        .header("ETag", "\"0\"")
        .body("owner", equalTo(owner))
        .body("repo", equalTo(repo));
    Someone.admin().get(path).then().statusCode(200);
    boss.put(path, Map.of("owner", owner, "repo", repo + "2"))
        .then()
        .statusCode(200)
        .body("version", equalTo(1));
    boss.put(path, Map.of("owner", owner, "repo", repo + "2")).then().body("version", equalTo(1));
    Problems.assertProblem(
        boss.sending(repository()).header("If-Match", "\"0\"").put("/api/v1" + path),
        412,
        "OPTIMISTIC_LOCK");
    Problems.assertProblem(
        boss.put(path, Map.of("owner", owner, "repo", repo, "version", 0)), 409, "OPTIMISTIC_LOCK");
    Problems.assertProblem(
        boss.request().header("If-Match", "\"0\"").delete("/api/v1" + path),
        412,
        "OPTIMISTIC_LOCK");
    boss.delete(path).then().statusCode(204);
    Problems.assertProblem(boss.get(path), 404, "NOT_FOUND");
    Problems.assertProblem(boss.delete(path), 404, "NOT_FOUND");
  }

  @Test
  void aRepositoryIsForOwnersAndAdminsAlone() {
    String path = "/spaces/" + space + "/github";
    for (Someone other : List.of(user, agent)) {
      Problems.assertProblem(other.get(path), 403, "FORBIDDEN");
      Problems.assertProblem(other.put(path, repository()), 403, "FORBIDDEN");
      Problems.assertProblem(other.delete(path), 403, "FORBIDDEN");
    }
    String hidden = "/spaces/" + Desk.space(boss, "private") + "/github";
    Problems.assertProblem(agent.get(hidden), 404, "NOT_FOUND");
    Problems.assertProblem(given().get("/api/v1" + path), 401, "TOKEN_INVALID");
  }

  @Test
  void aRepositoryBelongsToOneSpaceAtMost() {
    String other = Desk.space(user);
    Map<String, String> shouted = Map.of("owner", owner.toUpperCase(), "repo", repo.toUpperCase());
    Problems.assertProblem(user.put("/spaces/" + other + "/github", shouted), 409, "CONFLICT");
    boss.delete("/spaces/" + space).then().statusCode(204);
    user.put("/spaces/" + other + "/github", shouted).then().statusCode(200);
  }

  @Test
  void namesThatAreNoRepositoryAreRefused() {
    String path = "/spaces/" + space + "/github";
    for (String bad : List.of("..", ".", "a/b", "a b", "a?b", "a#b", "ä", "x".repeat(101))) {
      Problems.assertProblem(
          boss.put(path, Map.of("owner", "octo", "repo", bad)), 400, "VALIDATION_FAILED", "repo");
    }
    Problems.assertProblem(
        boss.put(path, Map.of("owner", "../x", "repo", "y")), 400, "VALIDATION_FAILED", "owner");
    Problems.assertProblem(boss.put(path, Map.of("owner", "x")), 400, "FIELD_REQUIRED", "repo");
  }

  @Test
  void aTicketIsLinkedByWhoWorksThere() {
    String key = Desk.ticket(user, space);
    Response linked = agent.post("/tickets/" + key + "/link-github", link(7));
    linked
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("github.issueNumber", equalTo(7))
        .body("github.issueUrl", equalTo(page(7)));
    assertThat(linked.jsonPath().getMap("github")).containsOnlyKeys("issueNumber", "issueUrl");
    user.get("/tickets/" + key)
        .then()
        .body("github.issueNumber", equalTo(7))
        .body("timeline[1].action", equalTo("updated"))
        .body("timeline[1].changes[0].field", equalTo("github"))
        .body("timeline[1].changes[0].from", nullValue())
        .body("timeline[1].changes[0].to", equalTo(page(7)));
    agent
        .get("/spaces/" + space + "/tickets")
        .then()
        .body("items[0].github.issueNumber", equalTo(7));
    String id = user.get("/tickets/" + key).path("id");
    JsonNode event = Desk.events(id, 2).get(1);
    assertThat(event.at("/data/changes/0/field").asText()).isEqualTo("github");
    boss.post("/spaces/" + space + "/tickets/" + key + "/link-github", link(8))
        .then()
        .statusCode(200)
        .body("github.issueNumber", equalTo(8));
    Problems.assertProblem(
        user.post("/tickets/" + key + "/link-github", link(9)), 403, "FORBIDDEN");
  }

  @Test
  void whatOneMayNotSeeIsNotLinked() {
    String key = Desk.ticket(boss, Desk.space(boss, "private"));
    Problems.assertProblem(
        agent.post("/tickets/" + key + "/link-github", link(1)), 404, "NOT_FOUND");
    Problems.assertProblem(agent.post("/tickets/ZZZZ-1/link-github", link(1)), 404, "NOT_FOUND");
  }

  @Test
  void onlyAddressesOfIssuesOnAllowedHostsAreTaken() {
    String path = "/tickets/" + Desk.ticket(user, space) + "/link-github";
    for (String bad :
        List.of(
            "http://github.com/a/b/issues/1",
            "https://github.com/a/b/pull/1",
            "https://github.com/a/b/issues/0",
            "https://github.com/a/b/issues/1?x=1",
            "https://github.com/a/b/issues/1/../../x",
            "https://github.com/../b/issues/1",
            "https://github.com:8443/a/b/issues/1",
            "https://x@github.com/a/b/issues/1",
            "https://evil.example.org/a/b/issues/1",
            "https://github.com.evil.example.org/a/b/issues/1",
            "https://169.254.169.254/a/b/issues/1",
            "javascript:alert(1)")) {
      Problems.assertProblem(
          agent.post(path, Map.of("issueNumber", 1, "issueUrl", bad)),
          400,
          "VALIDATION_FAILED",
          "issueUrl");
    }
    Response disagree = agent.post(path, Map.of("issueNumber", 2, "issueUrl", page(1)));
    Problems.assertProblem(disagree, 400, "VALIDATION_FAILED", "issueNumber");
    Problems.assertProblem(
        agent.post(path, Map.of("issueUrl", page(1))), 400, "FIELD_REQUIRED", "issueNumber");
    Problems.assertProblem(
        agent.post(path, Map.of("issueNumber", "1", "issueUrl", page(1))),
        400,
        "MALFORMED_REQUEST",
        "issueNumber");
    assertThat(github.calls).isEmpty();
  }

  @Test
  void anIssueOnAnotherAllowedHostIsLinkedButNotCalled() {
    String key = Desk.ticket(user, space);
    String elsewhere = "https://github.example.org/a/b/issues/3";
    agent
        .post("/tickets/" + key + "/link-github", Map.of("issueNumber", 3, "issueUrl", elsewhere))
        .then()
        .statusCode(200)
        .body("github.issueUrl", equalTo(elsewhere));
    Problems.assertProblem(agent.post("/github/sync-ticket/" + key, ""), 409, "CONFLICT");
    assertThat(github.calls).isEmpty();
  }
}
