package dev.helpdesk.ticketing.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.helpdesk.test.HelpdeskResource;
import dev.helpdesk.test.Problems;
import dev.helpdesk.ticketing.Desk;
import dev.helpdesk.ticketing.Past;
import dev.helpdesk.ticketing.Someone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a space promises, and what that does to its tickets. */
@QuarkusTest
@QuarkusTestResource(HelpdeskResource.class)
class PolicyTest {
  @Inject Pool pool;

  private Someone owner;
  private Someone agent;
  private String space;
  private String path;

  @BeforeEach
  void openASpace() {
    owner = Someone.user();
    agent = Someone.agent();
    space = Desk.space(owner);
    path = "/spaces/" + space + "/sla";
  }

  private static Map<String, @Nullable Object> policy(int minutes, @Nullable Object calendar) {
    Map<String, Object> target = Map.of("resolutionMinutes", minutes);
    Map<String, @Nullable Object> policy = new HashMap<>();
    policy.put(
        "targets", Map.of("critical", target, "high", target, "medium", target, "low", target));
    policy.put("calendar", calendar);
    return policy;
  }

  private static Map<String, Object> mondays(String zone) {
    return Map.of(
        "timezone",
        zone,
        "hours",
        Map.of("monday", List.of(Map.of("from", "09:00", "to", "17:00"))),
        "holidays",
        List.of("2026-12-28"));
  }

  private Instant time(String ticket, String field) {
    return Instant.parse(owner.get("/tickets/" + ticket).path(field));
  }

  private Duration slaOf(String ticket) {
    return Duration.between(time(ticket, "createdAt"), time(ticket, "slaDueAt"));
  }

  private void awaitSla(String ticket, Duration expected) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(slaOf(ticket)).isEqualTo(expected));
  }

  @Nested
  class Policies {
    @Test
    void areTheDefaultsUntilSet() {
      agent
          .get(path)
          .then()
          .statusCode(200)
          .header("ETag", "\"0\"")
          .body("targets.critical.resolutionMinutes", equalTo(60))
          .body("targets.high.resolutionMinutes", equalTo(240))
          .body("targets.medium.resolutionMinutes", equalTo(1440))
          .body("targets.low.resolutionMinutes", equalTo(2880))
          .body("targets.low.firstResponseMinutes", nullValue())
          .body("calendar", nullValue())
          .body("version", equalTo(0));
    }

    @Test
    void takeWhatTheyGive() {
      owner
          .put(path, policy(30, mondays("Europe/Berlin")))
          .then()
          .statusCode(200)
          .header("ETag", "\"1\"")
          .body("calendar.timezone", equalTo("Europe/Berlin"));
      Response read = agent.get(path);
      read.then().body("calendar.hours.monday[0].to", equalTo("17:00"));
      owner.put(path, read.jsonPath().getMap("")).then().statusCode(200).header("ETag", "\"1\"");
      owner.put(path, policy(31, null)).then().body("version", equalTo(2));
      owner.request().header("If-None-Match", "\"2\"").get("/api/v1" + path).then().statusCode(304);
    }

    @Test
    void areVersioned() {
      owner.put(path, policy(30, null)).then().statusCode(200);
      Response stale =
          owner.sending(policy(31, null)).header("If-Match", "\"0\"").put("/api/v1" + path);
      Problems.assertProblem(stale, 412, "OPTIMISTIC_LOCK");
      assertThat(stale.jsonPath().getInt("currentVersion")).isEqualTo(1);
      Map<String, @Nullable Object> body = policy(31, null);
      body.put("version", 0);
      Problems.assertProblem(owner.put(path, body), 409, "OPTIMISTIC_LOCK");
      owner
          .sending(policy(31, null))
          .header("If-Match", "1")
          .put("/api/v1" + path)
          .then()
          .statusCode(200);
    }

    @Test
    void areForOwnersToSetAndForAllWhoSeeTheSpaceToRead() {
      for (Someone other : List.of(agent, Someone.user())) {
        other.get(path).then().statusCode(200);
        Problems.assertProblem(other.put(path, policy(9, null)), 403, "FORBIDDEN");
        Problems.assertProblem(other.post(path + "/simulate", policy(9, null)), 403, "FORBIDDEN");
      }
      Someone.admin().put(path, policy(9, null)).then().statusCode(200);
      Desk.member(owner, space, agent, "owner");
      agent.put(path, policy(10, null)).then().statusCode(200);
      String hidden = "/spaces/" + Desk.space(owner, "private") + "/sla";
      Someone stranger = Someone.agent();
      Problems.assertProblem(stranger.get(hidden), 404, "NOT_FOUND");
      Problems.assertProblem(stranger.put(hidden, policy(9, null)), 404, "NOT_FOUND");
      Problems.assertProblem(
          stranger.post(hidden + "/simulate", policy(9, null)), 404, "NOT_FOUND");
      Problems.assertProblem(RestAssured.given().get("/api/v1" + path), 401, "TOKEN_INVALID");
    }

    @Test
    void refuseWhatIsWrong() {
      Problems.assertProblem(owner.put(path, Map.of()), 400, "FIELD_REQUIRED", "targets");
      Response zero = owner.put(path, policy(0, null));
      Problems.assertProblem(zero, 400, "VALIDATION_FAILED");
      assertThat(zero.jsonPath().getList("errors.field"))
          .contains("targets.critical.resolutionMinutes", "targets.low.resolutionMinutes");
      Problems.assertProblem(
          owner.put(path, policy(9, mondays("Mars/Olympus"))),
          400,
          "VALIDATION_FAILED",
          "calendar.timezone");
      Map<String, Object> overlapping =
          Map.of(
              "timezone",
              "UTC",
              "hours",
              Map.of(
                  "friday",
                  List.of(
                      Map.of("from", "09:00", "to", "12:00"),
                      Map.of("from", "11:00", "to", "13:00"))));
      Problems.assertProblem(
          owner.put(path, policy(9, overlapping)),
          400,
          "VALIDATION_FAILED",
          "calendar.hours.friday");
      Problems.assertProblem(
          owner.put(path, policy(9, Map.of("timezone", "UTC", "hours", Map.of()))),
          400,
          "VALIDATION_FAILED",
          "calendar.hours");
      Map<String, Object> badTime =
          Map.of(
              "timezone",
              "UTC",
              "hours",
              Map.of("friday", List.of(Map.of("from", "9", "to", "25:00"))));
      Response answer = owner.put(path, policy(9, badTime));
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.asString()).contains("calendar.hours.friday[0].from");
      owner.get(path).then().body("version", equalTo(0));
    }
  }

  @Nested
  class Deadlines {
    @Test
    void ofNewTicketsFollowThePolicy() {
      owner.put(path, policy(30, null));
      assertThat(slaOf(Desk.ticket(agent, space))).isEqualTo(Duration.ofMinutes(30));
      assertThat(slaOf(Desk.ticket(agent, space, Map.of("slaMinutes", 5))))
          .isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void ofOpenTicketsFollowAChangeAndKeepTheirPauses() {
      String open = Desk.ticket(agent, space);
      String paused = Desk.ticket(agent, space);
      String settled = Desk.ticket(agent, space);
      String own = Desk.ticket(agent, space, Map.of("slaMinutes", 7));
      Desk.move(owner, paused, "in_progress", "waiting");
      Past.move(pool, paused, Duration.ofMinutes(20));
      Desk.move(owner, paused, "in_progress");
      Duration pause = slaOf(paused).minusHours(24);
      assertThat(pause).isGreaterThanOrEqualTo(Duration.ofMinutes(20));
      Desk.move(owner, settled, "in_progress", "resolved");
      owner.put(path, policy(600, null)).then().statusCode(200);
      awaitSla(open, Duration.ofMinutes(600));
      awaitSla(paused, Duration.ofMinutes(600).plus(pause));
      awaitSla(own, Duration.ofMinutes(7));
      assertThat(slaOf(settled)).isEqualTo(Duration.ofHours(24));
      Desk.move(owner, settled, "open");
      assertThat(slaOf(settled)).isEqualTo(Duration.ofMinutes(600));
    }

    @Test
    void ofBreachedTicketsCanBeLifted() {
      String ticket = Desk.ticket(agent, space, Map.of("priority", "critical"));
      Past.move(pool, ticket, Duration.ofMinutes(61));
      String breached = "/spaces/" + space + "/tickets/breached";
      owner.get(breached).then().body("items.ticketId", equalTo(List.of(ticket)));
      owner.put(path, policy(90, null));
      awaitSla(ticket, Duration.ofMinutes(90));
      owner.get(breached).then().body("items", hasSize(0));
      owner.get("/tickets/" + ticket).then().body("breached", equalTo(false));
    }

    /** Whatever is filed, moved or reopened while the policy changes ends up under the last one. */
    @Test
    void holdWhileThePolicyChangesUnderTheTickets() throws Exception {
      List<String> tickets = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        tickets.add(Desk.ticket(owner, space));
      }
      ExecutorService threads = Executors.newFixedThreadPool(6);
      List<CompletableFuture<Void>> work = new ArrayList<>();
      List<String> filed = java.util.Collections.synchronizedList(new ArrayList<>());
      for (String ticket : tickets) {
        work.add(
            CompletableFuture.runAsync(
                () -> {
                  for (int i = 0; i < 5; i++) {
                    Desk.move(owner, ticket, "in_progress", "resolved", "open");
                    filed.add(Desk.ticket(owner, space));
                  }
                },
                threads));
      }
      work.add(
          CompletableFuture.runAsync(
              () -> {
                for (int i = 1; i <= 30; i++) {
                  owner.put(path, policy(100 + i, null)).then().statusCode(200);
                }
              },
              threads));
      CompletableFuture.allOf(work.toArray(CompletableFuture[]::new)).get();
      threads.shutdown();
      owner.get(path).then().body("version", equalTo(30));
      tickets.addAll(filed);
      assertThat(tickets).hasSize(24);
      tickets.forEach(ticket -> awaitSla(ticket, Duration.ofMinutes(130)));
    }
  }

  @Nested
  class Waits {
    @Test
    void stopTheClock() {
      String ticket = Desk.ticket(agent, space, Map.of("slaMinutes", 10));
      Desk.move(owner, ticket, "in_progress", "waiting");
      Past.move(pool, ticket, Duration.ofMinutes(30));
      owner.get("/tickets/" + ticket).then().body("breached", equalTo(false));
      owner.get("/spaces/" + space + "/tickets/breached").then().body("total", equalTo(0));
      owner.get("/spaces/" + space + "/tickets/stats").then().body("breached", equalTo(0));
      owner.get("/spaces/" + space + "/tickets?breached=false").then().body("total", equalTo(1));
      assertThat(owner.get("/spaces/" + space + "/tickets/export").asString())
          .contains("\"breached\":false");
      Desk.move(owner, ticket, "in_progress");
      assertThat(slaOf(ticket)).isBetween(Duration.ofMinutes(40), Duration.ofMinutes(42));
    }

    @Test
    void doNotUndoABreach() {
      String ticket = Desk.ticket(agent, space, Map.of("slaMinutes", 10));
      Past.move(pool, ticket, Duration.ofMinutes(11));
      Desk.move(owner, ticket, "in_progress", "waiting");
      owner.get("/tickets/" + ticket).then().body("breached", equalTo(true));
      owner.get("/spaces/" + space + "/tickets/stats").then().body("breached", equalTo(1));
      owner.patch("/tickets/" + ticket, Map.of("slaMinutes", 20));
      owner.get("/tickets/" + ticket).then().body("breached", equalTo(false));
      assertThat(slaOf(ticket)).isEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void endWithTheRequestersAnswer() {
      Someone user = Someone.user();
      String ticket = Desk.ticket(user, space, Map.of("slaMinutes", 10));
      Desk.move(owner, ticket, "in_progress", "waiting");
      Past.move(pool, ticket, Duration.ofMinutes(30));
      user.post("/tickets/" + ticket + "/comments", Map.of("body", "here")).then().statusCode(201);
      assertThat(slaOf(ticket)).isBetween(Duration.ofMinutes(40), Duration.ofMinutes(42));
    }
  }

  @Nested
  class Explanations {
    @Test
    void nameEveryStretchWithItsReason() {
      String ticket = Desk.ticket(agent, space, Map.of("slaMinutes", 10));
      Desk.move(owner, ticket, "in_progress", "waiting");
      Past.move(pool, ticket, Duration.ofMinutes(5));
      Desk.move(owner, ticket, "in_progress");
      agent
          .get("/spaces/" + space + "/tickets/" + ticket + "/sla")
          .then()
          .statusCode(200)
          .body("ticketId", equalTo(ticket))
          .body("resolution.targetMinutes", equalTo(10))
          .body("resolution.breached", equalTo(false))
          .body("resolution.paused", equalTo(false))
          .body("resolution.dueAt", equalTo(owner.get("/tickets/" + ticket).path("slaDueAt")))
          .body("firstResponse", nullValue())
          .body("intervals.kind", equalTo(List.of("counted", "paused", "counted")))
          .body("intervals.reason", equalTo(List.of("always_open", "waiting", "always_open")))
          .body("complete", equalTo(true));
    }

    @Test
    void showTheCalendarAndTheFirstAnswer() {
      Map<String, Object> target = Map.of("resolutionMinutes", 600, "firstResponseMinutes", 60);
      Map<String, Object> all =
          Map.of(
              "targets",
              Map.of("critical", target, "high", target, "medium", target, "low", target),
              "calendar",
              mondays("Europe/Berlin"));
      owner.put(path, all).then().statusCode(200);
      Someone user = Someone.user();
      String ticket = Desk.ticket(user, space);
      Response before = user.get("/tickets/" + ticket + "/sla");
      before
          .then()
          .body("firstResponse.respondedAt", nullValue())
          .body("firstResponse.breached", equalTo(false))
          .body("policyVersion", equalTo(1));
      assertThat(before.jsonPath().getList("intervals.reason", String.class))
          .contains("business_hours", "outside_hours")
          .doesNotContain("always_open");
      user.post("/tickets/" + ticket + "/comments", Map.of("body", "still there?"));
      owner.post("/tickets/" + ticket + "/comments", Map.of("body", "n", "visibility", "internal"));
      user.get("/tickets/" + ticket + "/sla").then().body("firstResponse.respondedAt", nullValue());
      owner.post("/tickets/" + ticket + "/comments", Map.of("body", "yes"));
      String answered = user.get("/tickets/" + ticket + "/sla").path("firstResponse.respondedAt");
      assertThat(answered).isNotNull();
      owner.post("/tickets/" + ticket + "/comments", Map.of("body", "more"));
      user.get("/tickets/" + ticket + "/sla")
          .then()
          .body("firstResponse.respondedAt", equalTo(answered));
    }

    @Test
    void ofASettledTicketSpeakOfThePolicyThatHeld() {
      String ticket = Desk.ticket(agent, space);
      Desk.move(owner, ticket, "in_progress", "resolved");
      owner.put(path, policy(30, null));
      owner
          .get("/tickets/" + ticket + "/sla")
          .then()
          .body("policyVersion", equalTo(0))
          .body("resolution.targetMinutes", equalTo(1440));
    }

    @Test
    void areForWhoeverSeesTheTicket() {
      String hidden = Desk.ticket(owner, Desk.space(owner, "private"));
      Problems.assertProblem(agent.get("/tickets/" + hidden + "/sla"), 404, "NOT_FOUND");
      Problems.assertProblem(owner.get("/tickets/nothing/sla"), 404, "NOT_FOUND");
      Problems.assertProblem(
          owner.get("/spaces/" + space + "/tickets/" + hidden + "/sla"), 404, "NOT_FOUND");
      Problems.assertProblem(
          RestAssured.given().get("/api/v1/tickets/" + hidden + "/sla"), 401, "TOKEN_INVALID");
    }
  }

  @Nested
  class Simulations {
    @Test
    void showWhatWouldChangeAndChangeNothing() {
      String medium = Desk.ticket(agent, space);
      String own = Desk.ticket(agent, space, Map.of("slaMinutes", 10));
      String settled = Desk.ticket(agent, space);
      Desk.move(owner, settled, "in_progress", "resolved");
      Past.move(pool, medium, Duration.ofMinutes(50));
      String due = owner.get("/tickets/" + medium).path("slaDueAt");
      owner
          .post(path + "/simulate", policy(30, null))
          .then()
          .statusCode(200)
          .body("examined", equalTo(2))
          .body("complete", equalTo(true))
          .body("changed", equalTo(1))
          .body("newlyBreached", equalTo(1))
          .body("noLongerBreached", equalTo(0))
          .body("items", hasSize(1))
          .body("items[0].ticketId", equalTo(medium))
          .body("items[0].slaDueAt", equalTo(due))
          .body("items[0].newBreached", equalTo(true));
      owner.get(path).then().body("version", equalTo(0));
      owner.get("/tickets/" + medium).then().body("slaDueAt", equalTo(due));
      assertThat(own).isNotEqualTo(medium);
    }
  }
}
