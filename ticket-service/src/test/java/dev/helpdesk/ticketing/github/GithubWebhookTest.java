package dev.helpdesk.ticketing.github;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.helpdesk.contracts.CloudEvent;
import dev.helpdesk.contracts.Topics;
import dev.helpdesk.contracts.user.UserState;
import dev.helpdesk.contracts.user.UserUpdated;
import dev.helpdesk.kit.outbox.EventJson;
import dev.helpdesk.test.Broker;
import dev.helpdesk.test.Problems;
import dev.helpdesk.ticketing.Desk;
import dev.helpdesk.ticketing.Someone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class GithubWebhookTest extends GithubTest {
  private static final String BODY = "Open **Settings**, press *Save*.\n\n@octocat saw it too.";

  private String only() {
    Response list = boss.get("/spaces/" + space + "/tickets");
    list.then().body("total", equalTo(1));
    return list.path("items[0].ticketId");
  }

  private Response ticket() {
    return boss.get("/tickets/" + only());
  }

  @Test
  void anOpenedIssueBecomesATicketOnce() {
    Hook opened = hook("issues.opened", 5).delivered("5f0c1e60-0000-11ee-8000-000000000001");
    opened.send();
    opened.send();
    hook("issues.opened", 5).send();
    ticket()
        .then()
        .body("title", equalTo("Saving the settings fails"))
        .body("description", equalTo(BODY))
        .body("tags", contains("bug"))
        .body("status", equalTo("open"))
        .body("requester.name", equalTo("octocat"))
        .body("requester.email", equalTo(""))
        .body("github.issueNumber", equalTo(5))
        .body("github.issueUrl", equalTo(page(5)))
        .body("timeline.action", contains("created"));
    String id = ticket().path("id");
    JsonNode event = Desk.events(id, 1).get(0);
    assertThat(event.path("type").asText()).isEqualTo("helpdesk.ticket.created.v1");
    assertThat(event.at("/data/actorId").isNull()).isTrue();
    assertThat(event.at("/data/mentioned")).isEmpty();
    assertThat(event.at("/data/staff/0").asText()).isEqualTo(boss.id().toString());
  }

  @Test
  void manyDeliveriesAtTheSameTimeMakeOneTicket() {
    List<CompletableFuture<Void>> all =
        IntStream.range(0, 8)
            .mapToObj(i -> CompletableFuture.runAsync(() -> hook("issues.opened", 6).send()))
            .toList();
    all.forEach(CompletableFuture::join);
    only();
  }

  @Test
  void whatOtherSystemsDoNotTellIsNotNeeded() {
    String small =
        "{\"action\":\"opened\",\"issue\":{\"number\":123,\"title\":\"Bug report\",\"body\":\"Text\","
            + "\"state\":\"open\",\"user\":{\"login\":\"u\"}},\"repository\":{\"name\":\""
            + repo
            + "\",\"owner\":{\"login\":\""
            + owner
            + "\"}}}";
    given()
        .contentType("application/json")
        .header("X-GitHub-Event", "issues")
        .header("X-Hub-Signature-256", Hook.sign(Hook.NEW_SECRET, small))
        .body(small)
        .post("/api/v1/github/webhook")
        .then()
        .statusCode(200);
    ticket().then().body("github.issueNumber", equalTo(123)).body("title", equalTo("Bug report"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "in_progress", "in_progress,waiting", "in_progress,resolved"})
  void closedResolvesAndReopenedOpensWhereverTheTicketStands(String way) {
    hook("issues.opened", 1).send();
    String key = only();
    if (!way.isEmpty()) {
      Desk.move(boss, key, way.split(","));
    }
    hook("issues.closed", 1).by("hubber").send();
    ticket().then().body("status", equalTo("resolved")).body("assignee", nullValue());
    boss.get("/spaces/" + space + "/tickets/stats").then().body("resolved", equalTo(1));
    hook("issues.reopened", 1).send();
    ticket().then().body("status", equalTo("open"));
    boss.get("/spaces/" + space + "/tickets/stats")
        .then()
        .body("open", equalTo(1))
        .body("resolved", equalTo(0));
  }

  @Test
  void aClosedTicketStaysClosedUntilTheIssueIsReopened() {
    hook("issues.opened", 1).send();
    Desk.move(boss, only(), "in_progress", "resolved", "closed");
    hook("issues.closed", 1).send();
    ticket().then().body("status", equalTo("closed"));
    hook("issues.reopened", 1).send();
    ticket().then().body("status", equalTo("open")).body("closedAt", nullValue());
  }

  @Test
  void editedAndLabeledCarryTitleBodyAndTags() {
    hook("issues.opened", 1).send();
    hook("issues.edited", 1).by("editor").send();
    ticket()
        .then()
        .body("title", equalTo("Saving any settings fails"))
        .body("description", equalTo(BODY + "\n\nSince 2.4."))
        .body("timeline[1].action", equalTo("updated"))
        .body("timeline[1].actor.name", equalTo("editor"));
    hook("issues.labeled", 1).send();
    ticket().then().body("tags", contains("bug", "needs triage"));
  }

  @Test
  void aLinkedTicketOfAnotherSpaceFollowsItsIssue() {
    String elsewhere = Desk.space(boss);
    String key = Desk.ticket(user, elsewhere, Map.of("title", "Mine"));
    agent.post("/tickets/" + key + "/link-github", link(4)).then().statusCode(200);
    hook("issues.closed", 4).send();
    user.get("/tickets/" + key)
        .then()
        .body("status", equalTo("resolved"))
        .body("title", equalTo("Mine"));
    hook("issues.edited", 4).saying("08:20:00", "12:20:00").send();
    user.get("/tickets/" + key).then().body("title", equalTo("Saving any settings fails"));
    hook("issues.opened", 4).send();
    boss.get("/spaces/" + space + "/tickets").then().body("total", equalTo(0));
  }

  @Test
  void aCommentBecomesACommentOnce() {
    hook("issues.opened", 1).send();
    Hook said = hook("issue_comment.created", 1).by("hubber");
    said.send();
    said.delivered(UUID.randomUUID().toString()).send();
    ticket()
        .then()
        .body("comments", hasSize(1))
        .body("comments[0].body", equalTo("It is the same in the *beta*."))
        .body("comments[0].visibility", equalTo("public"))
        .body("comments[0].author.name", equalTo("hubber"))
        .body("commentCount", equalTo(1));
  }

  @Test
  void aCommentOnASettledIssueLeavesItSettled() {
    hook("issues.opened", 1).send();
    hook("issues.closed", 1).send();
    hook("issue_comment.created", 1).send();
    ticket().then().body("status", equalTo("resolved")).body("commentCount", equalTo(1));
  }

  @Test
  void whoSaysToHaveTheAccountIsTheRequester() throws Exception {
    String login = "hub-" + UUID.randomUUID().toString().substring(0, 8);
    Instant now = Instant.now();
    UserState state =
        new UserState(
            user.id(),
            "Una",
            "una" + login,
            user.email(),
            user.role(),
            login,
            "en",
            true,
            5,
            now,
            now);
    UserUpdated event = new UserUpdated(state);
    Broker.send(
        Topics.USERS,
        user.id().toString(),
        EventJson.MAPPER.writeValueAsString(
            CloudEvent.of(
                UUID.randomUUID(), "/test", event.type(), user.id().toString(), now, event)));
    Awaitility.await()
        .until(
            () -> Desk.file(boss, space, Map.of("requester", "una" + login)).statusCode() == 201);
    hook("issues.opened", 1).by(login.toUpperCase()).send();
    boss.get("/spaces/" + space + "/tickets?search=Saving")
        .then()
        .body("items[0].requester.id", equalTo(user.id().toString()));
    String hidden = Desk.space(boss, "private");
    boss.put("/spaces/" + hidden + "/github", Map.of("owner", owner, "repo", "h-" + repo));
    Hook.of("issues.opened", owner, "h-" + repo, 1).by(login).send();
    boss.get("/spaces/" + hidden + "/tickets")
        .then()
        .body("items[0].requester.name", equalTo(login))
        .body("items[0].requester.email", equalTo(""));
  }

  @Test
  void inAnyOrderAndHoweverOftenItComesToTheSame() {
    Random random = new Random(UUID.randomUUID().getLeastSignificantBits());
    for (int number = 1; number <= 6; number++) {
      List<Hook> all = new ArrayList<>();
      for (String name :
          List.of(
              "issues.opened",
              "issues.edited",
              "issues.closed",
              "issues.reopened",
              "issue_comment.created")) {
        Hook hook = hook(name, number);
        all.add(hook);
        all.add(hook);
      }
      Hook last = hook("issues.closed", number).saying("09:00:00", "18:00:00");
      all.add(last);
      Collections.shuffle(all, random);
      all.forEach(Hook::send);
    }
    Response list = boss.get("/spaces/" + space + "/tickets");
    list.then().body("total", equalTo(6));
    for (int i = 0; i < 6; i++) {
      boss.get("/tickets/" + list.path("items[" + i + "].ticketId"))
          .then()
          .body("title", equalTo("Saving any settings fails"))
          .body("description", equalTo(BODY + "\n\nSince 2.4."))
          .body("status", equalTo("resolved"))
          .body("comments", hasSize(1));
    }
  }

  @Test
  void olderNeverOverwritesNewer() {
    hook("issues.opened", 1).send();
    hook("issues.reopened", 1).saying("10:00:00", "20:00:00").send();
    hook("issues.closed", 1).send();
    ticket().then().body("status", equalTo("open"));
    hook("issues.labeled", 1).saying("08:25:00", "20:00:00").send();
    hook("issues.edited", 1).send();
    ticket().then().body("title", equalTo("Saving the settings fails"));
  }

  @ParameterizedTest
  @CsvSource({"issues.assigned", "ping"})
  void whatIsOfNoInterestHasNoEffect(String name) {
    hook(name, 1).send();
    hook("issues.closed", 77).send();
    Hook.of("issues.opened", owner, "unknown-" + repo, 1).send();
    hook("issues.opened", 1).saying("\"assignee\": null", "\"pull_request\": {}").send();
    boss.get("/spaces/" + space + "/tickets").then().body("total", equalTo(0));
  }

  @Test
  void itsTextIsCutAndCleaned() {
    hook("issues.opened", 1)
        .saying("Saving the settings fails", "T".repeat(250))
        .saying("Open **Settings**", "\\u0000" + "🚀".repeat(50_001))
        .saying("\"name\": \"Bug\"", "\"name\": \"" + "l".repeat(50) + "\"")
        .send();
    Response ticket = ticket();
    String title = ticket.path("title");
    String text = ticket.path("description");
    assertThat(title).hasSize(200).endsWith("…");
    assertThat(text).startsWith("\uFFFD🚀").endsWith("on GitHub.");
    assertThat(text.codePointCount(0, text.length())).isEqualTo(50_000);
    ticket.then().body("tags", hasSize(0));
  }

  @Test
  void anEmptyIssueIsATicketToo() {
    hook("issues.opened", 1)
        .saying(
            "\"body\": \"Open **Settings**, press *Save*.\\r\\n\\r\\n@octocat saw it too.\"",
            "\"body\": null")
        .send();
    ticket().then().body("description", equalTo("No description."));
  }

  @Test
  void onlyWhoKnowsASecretIsHeard() {
    Hook opened = hook("issues.opened", 1);
    String text = opened.payload();
    for (String bad :
        new String[] {
          null,
          "",
          "sha256=",
          "sha256=00",
          Hook.sign("another", text),
          Hook.sign(Hook.NEW_SECRET, text + " "),
          Hook.sign(Hook.NEW_SECRET, text).replace("sha256", "sha1"),
          Hook.sign(Hook.NEW_SECRET, text).toUpperCase()
        }) {
      Problems.assertProblem(opened.sendSigned(text, bad), 401, "WEBHOOK_SIGNATURE_INVALID");
    }
    boss.get("/spaces/" + space + "/tickets").then().body("total", equalTo(0));
    opened.sendWith(Hook.OLD_SECRET).then().statusCode(200);
    only();
  }

  @Test
  void theSignatureIsLookedAtBeforeTheBody() {
    Hook hook = hook("ping", 1);
    Problems.assertProblem(hook.sendSigned("{", null), 401, "WEBHOOK_SIGNATURE_INVALID");
    Problems.assertProblem(hook.sendSigned("", null), 401, "WEBHOOK_SIGNATURE_INVALID");
    for (String bad : List.of("{", "[]", "7", "", "{\"a\":\"\\ud83d\"")) {
      Problems.assertProblem(
          hook.sendSigned(bad, Hook.sign(Hook.NEW_SECRET, bad)), 400, "MALFORMED_REQUEST");
    }
    String large = "{\"x\":\"" + "x".repeat(1_048_600) + "\"}";
    Problems.assertProblem(
        hook.sendSigned(large, Hook.sign(Hook.NEW_SECRET, large)), 413, "PAYLOAD_TOO_LARGE");
  }

  @Test
  void theEventMustBeNamed() {
    String text = "{}";
    Response answer =
        given()
            .contentType("application/json")
            .header("X-Hub-Signature-256", Hook.sign(Hook.NEW_SECRET, text))
            .body(text)
            .post("/api/v1/github/webhook");
    Problems.assertProblem(answer, 400, "FIELD_REQUIRED", "X-GitHub-Event");
  }

  @Test
  void aDeletedTicketStaysDeleted() {
    hook("issues.opened", 1).send();
    boss.delete("/tickets/" + only()).then().statusCode(204);
    hook("issues.opened", 1).send();
    hook("issues.closed", 1).send();
    hook("issue_comment.created", 1).send();
    boss.get("/spaces/" + space + "/tickets").then().body("total", equalTo(0));
  }

  @Test
  void bothSidesAgreeInTheEnd() {
    String key = Desk.ticket(user, space, Map.of("title", "From here"));
    Someone staff = Someone.agent();
    staff.request().post("/api/v1/github/sync-ticket/" + key).then().statusCode(200);
    JsonNode issue = github.issue(owner, repo, 1);
    String later = "2031-01-01T00:00:0";
    hook("issues.closed", 1).saying("2026-11-02T09:00:00", later + "1").send();
    hook("issues.edited", 1).saying("2026-11-02T08:20:00", later + "2").send();
    boss.get("/tickets/" + key)
        .then()
        .body("status", equalTo("resolved"))
        .body("title", equalTo("Saving any settings fails"));
    staff.request().post("/api/v1/github/sync-ticket/" + key).then().statusCode(200);
    assertThat(issue.path("state").asText()).isEqualTo("closed");
    assertThat(issue.path("title").asText()).isEqualTo("Saving any settings fails");
    assertThat(github.issues(owner, repo)).hasSize(1);
  }
}
