package dev.helpdesk.ticketing.github;

import static com.github.tomakehurst.wiremock.http.Fault.CONNECTION_RESET_BY_PEER;
import static com.github.tomakehurst.wiremock.http.Fault.EMPTY_RESPONSE;
import static com.github.tomakehurst.wiremock.http.Fault.MALFORMED_RESPONSE_CHUNK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.helpdesk.test.Problems;
import dev.helpdesk.ticketing.Desk;
import dev.helpdesk.ticketing.Someone;
import dev.helpdesk.ticketing.github.FakeGithub.Trouble;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class GithubSyncTest extends GithubTest {
  private String key;

  @BeforeEach
  void fileATicket() {
    key =
        Desk.ticket(
            user,
            space,
            Map.of("title", "Crash", "description", "When I **save**", "tags", List.of("ui")));
  }

  private Response sync() {
    return agent.request().post("/api/v1/github/sync-ticket/" + key);
  }

  private JsonNode issue() {
    return github.issue(owner, repo, 1);
  }

  @Test
  void makesTheIssueAndThenUpdatesIt() {
    Response made = sync();
    made.then().statusCode(200);
    assertThat(made.jsonPath().getMap(""))
        .isEqualTo(
            Map.of(
                "message",
                "Issue created on GitHub",
                "issue",
                Map.of("number", 1, "state", "open", "title", "Crash", "url", page(1))));
    assertThat(issue().path("body").asText()).startsWith("When I **save**\n\n<!-- helpdesk:");
    assertThat(FakeGithub.labels(issue())).containsExactly("ui");
    user.get("/tickets/" + key)
        .then()
        .body("github.issueNumber", equalTo(1))
        .body("github.syncedAt", nullValue())
        .body("timeline[1].changes[0].to", equalTo(page(1)));
    agent.get("/tickets/" + key).then().body("github.syncedAt", notNullValue());
    boss.patch("/tickets/" + key, Map.of("title", "Crash on save", "tags", List.of("db", "ui")));
    Desk.move(boss, key, "in_progress", "resolved");
    Response updated = sync();
    updated.then().statusCode(200).body("message", equalTo("Issue updated on GitHub"));
    assertThat(updated.jsonPath().getMap("issue"))
        .isEqualTo(
            Map.of("number", 1, "state", "closed", "title", "Crash on save", "url", page(1)));
    assertThat(FakeGithub.labels(issue())).containsExactlyInAnyOrder("db", "ui");
    assertThat(github.issues(owner, repo)).hasSize(1);
    agent
        .get("/tickets/" + key + "/timeline")
        .then()
        .body("items.action", hasItem("github_synced"));
  }

  @Test
  void ofAResolvedTicketMakesAClosedIssue() {
    Desk.move(boss, key, "in_progress", "resolved");
    sync().then().statusCode(200).body("issue.state", equalTo("closed"));
    assertThat(issue().path("state").asText()).isEqualTo("closed");
  }

  @Test
  void tellsNothingInternal() {
    agent.post("/tickets/" + key + "/comments", Map.of("body", "hush", "visibility", "internal"));
    sync().then().statusCode(200);
    sync().then().statusCode(200);
    assertThat(issue().toString()).doesNotContain("hush", user.email(), agent.email(), key);
  }

  @Test
  void isForWhoWorksThereAndNeedsARepositoryOrALink() {
    Problems.assertProblem(
        user.request().post("/api/v1/github/sync-ticket/" + key), 403, "FORBIDDEN");
    String hidden = Desk.ticket(boss, Desk.space(boss, "private"));
    Problems.assertProblem(
        agent.request().post("/api/v1/github/sync-ticket/" + hidden), 404, "NOT_FOUND");
    String homeless = Desk.ticket(user, Desk.space(boss));
    Problems.assertProblem(
        agent.request().post("/api/v1/github/sync-ticket/" + homeless), 409, "CONFLICT");
    Problems.assertProblem(
        io.restassured.RestAssured.given().post("/api/v1/github/sync-ticket/" + key),
        401,
        "TOKEN_INVALID");
    assertThat(github.calls).isEmpty();
  }

  @Test
  void updatesALinkedIssueAndKeepsWhatOnlyGithubKnows() {
    Someone other = Someone.agent();
    key = Desk.ticket(user, space, Map.of("tags", List.of("old")));
    sync().then().statusCode(200);
    String longLabel = "x".repeat(45);
    github.issue(owner, repo, 1).withArray("labels").addObject().put("name", longLabel);
    String second = Desk.ticket(user, space, Map.of("title", "Other", "tags", List.of("new")));
    other.post("/tickets/" + second + "/link-github", link(1)).then().statusCode(200);
    key = second;
    hook("issues.labeled", 1)
        .saying("needs triage", longLabel)
        .saying("2026-11-02T08:25:00", "2031-01-01T00:00:00")
        .send();
    sync().then().statusCode(200).body("message", equalTo("Issue updated on GitHub"));
    assertThat(FakeGithub.labels(issue())).contains(longLabel);
    assertThat(github.issues(owner, repo)).hasSize(1);
  }

  static Stream<Trouble> answersThatAreLost() {
    return Stream.of(
        FakeGithub.lost(EMPTY_RESPONSE),
        FakeGithub.lost(CONNECTION_RESET_BY_PEER),
        FakeGithub.lost(MALFORMED_RESPONSE_CHUNK),
        FakeGithub.late(6_000),
        new Trouble(true, answer -> answer.withStatus(502).withBody("")),
        new Trouble(true, answer -> answer.withStatus(201).withBody("<html>")));
  }

  @ParameterizedTest
  @MethodSource("answersThatAreLost")
  void findsTheIssueWhoseAnswerWasLost(Trouble lost) {
    github.next(lost);
    sync().then().statusCode(200).body("message", equalTo("Issue created on GitHub"));
    sync().then().statusCode(200).body("message", equalTo("Issue updated on GitHub"));
    assertThat(github.issues(owner, repo)).hasSize(1);
  }

  @Test
  void findsItEvenWhenEverythingFailedAfterwards() {
    Trouble lost = FakeGithub.lost(CONNECTION_RESET_BY_PEER);
    github.next(lost, FakeGithub.status(500), FakeGithub.status(503));
    Problems.assertProblem(sync(), 502, "GITHUB_ERROR");
    agent.get("/tickets/" + key).then().body("github", nullValue());
    boss.patch("/tickets/" + key, Map.of("title", "Renamed meanwhile"));
    sync()
        .then()
        .statusCode(200)
        .body("message", equalTo("Issue created on GitHub"))
        .body("issue.title", equalTo("Renamed meanwhile"));
    assertThat(github.issues(owner, repo)).hasSize(1);
    assertThat(issue().path("title").asText()).isEqualTo("Renamed meanwhile");
  }

  @Test
  void looksThroughAllThatCameSince() {
    github.next(
        FakeGithub.lost(CONNECTION_RESET_BY_PEER), FakeGithub.status(500), FakeGithub.status(500));
    Problems.assertProblem(sync(), 502, "GITHUB_ERROR");
    String mine = key;
    for (int i = 0; i < 55; i++) {
      github
          .issues(owner, repo)
          .add(github.issue(owner, repo, 1).deepCopy().put("number", i + 2).put("body", "x"));
    }
    key = mine;
    sync().then().statusCode(200).body("issue.number", equalTo(1));
    assertThat(github.issues(owner, repo)).hasSize(56);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503})
  void triesAgainWhatMayPass(int status) {
    github.next(FakeGithub.status(status), FakeGithub.status(status));
    sync().then().statusCode(200);
    assertThat(github.issues(owner, repo)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 404, 410, 422, 301})
  void takesARefusalForAnAnswer(int status) {
    github.next(FakeGithub.status(status));
    Response refused = sync();
    Problems.assertProblem(refused, 502, "GITHUB_ERROR");
    assertThat(refused.asString()).doesNotContain("secrets of GitHub", "token-of-tests");
    assertThat(github.calls).hasSize(1);
    agent
        .get("/tickets/" + key)
        .then()
        .body("github", nullValue())
        .body("version", equalTo(0))
        .body("timeline[1].action", equalTo("github_sync_failed"));
    user.get("/tickets/" + key + "/timeline").then().body("total", equalTo(1));
    sync().then().statusCode(200);
    assertThat(github.issues(owner, repo)).hasSize(1);
  }

  @Test
  void showsWhoWorksThereWhyAnUpdateFailed() {
    sync().then().statusCode(200);
    github.next(FakeGithub.status(410));
    Problems.assertProblem(sync(), 502, "GITHUB_ERROR");
    agent.get("/tickets/" + key).then().body("github.lastError", equalTo("GitHub answered 410."));
    user.get("/tickets/" + key).then().body("github.lastError", nullValue());
    sync().then().statusCode(200);
    agent.get("/tickets/" + key).then().body("github.lastError", nullValue());
  }

  @Test
  void asksNoMoreWhenGithubSaysSo() {
    String reset = Long.toString(System.currentTimeMillis() / 1000 + 600);
    github.next(FakeGithub.status(403, "X-RateLimit-Remaining", "0", "X-RateLimit-Reset", reset));
    Response limited = sync();
    Problems.assertProblem(limited, 502, "GITHUB_ERROR");
    assertThat(Integer.parseInt(limited.header("Retry-After"))).isBetween(500, 600);
    Problems.assertProblem(sync(), 502, "GITHUB_ERROR");
    assertThat(github.calls).hasSize(1);
    budget.reset();
    github.next(FakeGithub.status(429, "Retry-After", "7"));
    assertThat(Integer.parseInt(sync().header("Retry-After"))).isBetween(1, 7);
    budget.reset();
    sync().then().statusCode(200);
  }

  @Test
  void anOpenBreakerSparesGithubAndPasses() {
    for (int i = 0; i < 12; i++) {
      github.next(FakeGithub.status(500));
    }
    for (int i = 0; i < 3; i++) {
      Problems.assertProblem(sync(), 502, "GITHUB_ERROR");
    }
    int before = github.calls.size();
    Problems.assertProblem(sync(), 502, "GITHUB_ERROR");
    assertThat(github.calls).hasSize(before);
    assertThat(before).isLessThan(12);
    github.reset();
    org.awaitility.Awaitility.await().until(() -> sync().statusCode() == 200);
    assertThat(github.issues(owner, repo)).hasSize(1);
  }

  @Test
  void atTheSameTimeMakesOneIssue() {
    ExecutorService pool = Executors.newFixedThreadPool(6);
    try {
      List<CompletableFuture<String>> all =
          Stream.generate(
                  () ->
                      CompletableFuture.supplyAsync(
                          () -> sync().then().statusCode(200).extract().<String>path("message"),
                          pool))
              .limit(6)
              .toList();
      assertThat(all.stream().map(CompletableFuture::join))
          .containsOnlyOnce("Issue created on GitHub");
    } finally {
      pool.shutdown();
    }
    assertThat(github.issues(owner, repo)).hasSize(1);
    assertThat(github.count("POST")).isEqualTo(1);
  }

  @Test
  void itsOwnWebhookMayBeFasterThanTheAnswer() {
    github.onCreated =
        () ->
            hook("issues.opened", 1)
                .saying("\"body\": \"Open **Settings**", "\"body\": \"" + marker() + "Open **S**")
                .send();
    sync().then().statusCode(200).body("message", equalTo("Issue created on GitHub"));
    boss.get("/spaces/" + space + "/tickets").then().body("total", equalTo(1));
    assertThat(github.issues(owner, repo)).hasSize(1);
    user.get("/tickets/" + key)
        .then()
        .body("title", equalTo("Crash"))
        .body("description", equalTo("When I **save**"))
        .body("github.issueNumber", equalTo(1));
  }

  @Test
  void itsOwnWebhookHealsALostAnswer() {
    github.next(
        FakeGithub.lost(CONNECTION_RESET_BY_PEER), FakeGithub.status(500), FakeGithub.status(500));
    Problems.assertProblem(sync(), 502, "GITHUB_ERROR");
    hook("issues.opened", 1)
        .saying("\"body\": \"Open **Settings**", "\"body\": \"" + marker() + "Open **S**")
        .send();
    agent.get("/tickets/" + key).then().body("github.issueNumber", equalTo(1));
    boss.get("/spaces/" + space + "/tickets").then().body("total", equalTo(1));
    sync().then().statusCode(200).body("message", equalTo("Issue updated on GitHub"));
    assertThat(github.issues(owner, repo)).hasSize(1);
  }

  @Test
  void aCopyOfOurIssueIsAnIssueOfItsOwn() {
    sync().then().statusCode(200);
    hook("issues.opened", 2)
        .saying("\"body\": \"Open **Settings**", "\"body\": \"" + marker() + "Open **S**")
        .send();
    boss.get("/spaces/" + space + "/tickets").then().body("total", equalTo(2));
    user.get("/tickets/" + key).then().body("github.issueNumber", equalTo(1));
  }

  private String marker() {
    String body = issue().path("body").asText();
    return body.substring(body.indexOf("<!--"));
  }

  @Test
  void itsEchoesChangeNothing() {
    sync().then().statusCode(200);
    boss.patch("/tickets/" + key, Map.of("title", "Not brought there yet"));
    for (String name : List.of("issues.edited", "issues.labeled")) {
      Hook echo = hook(name, 1).delivered(java.util.UUID.randomUUID().toString());
      ReplacedIssue.in(echo, issue()).send();
    }
    user.get("/tickets/" + key)
        .then()
        .body("title", equalTo("Not brought there yet"))
        .body("version", equalTo(2))
        .body("tags", equalTo(List.of("ui")));
  }
}
