package dev.helpdesk.ticketing.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import dev.helpdesk.test.HelpdeskResource;
import dev.helpdesk.test.Problems;
import dev.helpdesk.ticketing.Desk;
import dev.helpdesk.ticketing.Someone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(HelpdeskResource.class)
class LinkTest {
  private Someone owner;
  private Someone user;
  private String space;
  private String one;
  private String two;

  @BeforeEach
  void fileTwoTickets() {
    owner = Someone.user();
    user = Someone.user();
    space = Desk.space(owner);
    one = Desk.ticket(user, space);
    two = Desk.ticket(owner, space, Map.of("title", "The other"));
  }

  @Test
  void isSeenFromBothEndsWithItsMirror() {
    Response made = link(user, one, "blocks", two);
    made.then()
        .statusCode(201)
        .body("type", equalTo("blocks"))
        .body("ticket.ticketId", equalTo(two))
        .body("ticket.title", equalTo("The other"))
        .body("ticket.status", equalTo("open"));
    assertThat(made.header("Location"))
        .endsWith("/api/v1/tickets/" + one + "/links/" + made.path("id"));
    user.get("/tickets/" + one + "/links/" + made.path("id")).then().statusCode(200);
    owner
        .get("/spaces/" + space + "/tickets/" + two + "/links")
        .then()
        .body("items.type", contains("blocked_by"))
        .body("items.id", contains(made.<String>path("id")))
        .body("items.ticket.ticketId", contains(one));
    link(user, one, "duplicates", two).then().statusCode(201);
    link(user, one, "relates", two.toLowerCase(java.util.Locale.ROOT)).then().statusCode(201);
    owner
        .get(links(two))
        .then()
        .body("items.type", contains("blocked_by", "duplicated_by", "relates"));
    user.get(links(one) + "?limit=2").then().body("items", hasSize(2)).body("total", equalTo(3));
  }

  @Test
  void toAHiddenTicketIsLeftOutEverywhere() {
    Someone member = Someone.user();
    String hidden = Desk.ticket(owner, Desk.space(owner, "private"), Map.of("title", "Secret"));
    Desk.member(owner, hidden.split("-")[0], member, "member");
    String made = link(owner, one, "blocks", hidden).path("id");
    member.get(links(one)).then().body("total", equalTo(1));
    member.get("/tickets/" + one + "/timeline").then().body("total", equalTo(2));

    user.get(links(one)).then().body("total", equalTo(0)).body("items", hasSize(0));
    user.get("/tickets/" + one + "/timeline").then().body("total", equalTo(1));
    assertThat(user.get("/tickets/" + one).asString())
        .doesNotContain("blocks", hidden, made, "Secret");
    user.get("/tickets/" + one).then().body("timeline", hasSize(1));
    Problems.assertProblem(user.get(links(one) + "/" + made), 404, "NOT_FOUND");
    Problems.assertProblem(user.delete(links(one) + "/" + made), 404, "NOT_FOUND");
    Map<String, Object> unseen =
        Problems.assertProblem(link(user, one, "relates", hidden), 404, "NOT_FOUND");
    Map<String, Object> nowhere =
        Problems.assertProblem(link(user, one, "relates", "NOPE-1"), 404, "NOT_FOUND");
    unseen.remove("traceId");
    nowhere.remove("traceId");
    assertThat(unseen).isEqualTo(nowhere);

    owner.delete("/tickets/" + hidden).then().statusCode(204);
    owner.get(links(one)).then().body("total", equalTo(0));
    owner.get("/tickets/" + one + "/timeline").then().body("total", equalTo(1));
  }

  @Test
  void isForWhoMayChangeTheTicket() {
    Someone visitor = Someone.user();
    Someone agent = Someone.agent();
    Problems.assertProblem(link(visitor, one, "relates", two), 403, "FORBIDDEN");
    String made = link(agent, one, "relates", two).then().statusCode(201).extract().path("id");
    owner.patch("/tickets/" + one, Map.of("assignee", owner.email())).then().statusCode(200);
    Problems.assertProblem(agent.delete(links(one) + "/" + made), 403, "FORBIDDEN");
    Problems.assertProblem(visitor.delete(links(one) + "/" + made), 403, "FORBIDDEN");
    Problems.assertProblem(Someone.user().get("/tickets/NOPE-1/links"), 404, "NOT_FOUND");
    user.delete(links(one) + "/" + made).then().statusCode(204);
  }

  @Test
  void isNeverToItselfNorTheSameTwiceNorOfAnotherType() {
    Problems.assertProblem(link(user, one, "relates", one), 400, "VALIDATION_FAILED", "ticket");
    Problems.assertProblem(link(user, one, "blocked_by", two), 400, "VALIDATION_FAILED", "type");
    Problems.assertProblem(
        user.post(links(one), Map.of("type", "blocks")), 400, "FIELD_REQUIRED", "ticket");
    link(user, one, "relates", two).then().statusCode(201);
    Problems.assertProblem(link(user, one, "relates", two), 409, "CONFLICT");
    Problems.assertProblem(link(owner, two, "relates", one), 409, "CONFLICT");
    user.get(links(one)).then().body("total", equalTo(1));
    user.get("/tickets/" + one + "/timeline").then().body("total", equalTo(2));
  }

  @Test
  void neverClosesACircleOfBlocks() {
    String three = Desk.ticket(owner, space);
    link(owner, one, "blocks", two).then().statusCode(201);
    link(owner, two, "blocks", three).then().statusCode(201);
    Problems.assertProblem(link(owner, two, "blocks", one), 409, "CONFLICT");
    Problems.assertProblem(link(owner, three, "blocks", one), 409, "CONFLICT");
    link(owner, three, "relates", one).then().statusCode(201);
  }

  @Test
  void neverClosesACircleOfBlocksAtTheSameTimeEither() throws Exception {
    for (int round = 0; round < 8; round++) {
      String a = Desk.ticket(owner, space);
      String b = Desk.ticket(owner, space);
      String c = Desk.ticket(owner, space);
      List<Integer> statuses =
          together(
              List.of(
                  () -> link(owner, a, "blocks", b).statusCode(),
                  () -> link(owner, b, "blocks", c).statusCode(),
                  () -> link(owner, c, "blocks", a).statusCode(),
                  () -> link(owner, b, "relates", a).statusCode(),
                  () -> link(owner, a, "relates", b).statusCode()));
      assertThat(statuses.subList(0, 3)).containsExactlyInAnyOrder(201, 201, 409);
      assertThat(statuses.subList(3, 5)).containsExactlyInAnyOrder(201, 409);
    }
  }

  @Test
  void isTakenAwayFromBothEnds() {
    String made = link(user, one, "duplicates", two).path("id");
    owner.delete(links(two) + "/" + made).then().statusCode(204);
    user.get(links(one)).then().body("total", equalTo(0));
    Problems.assertProblem(user.delete(links(one) + "/" + made), 404, "NOT_FOUND");
    Problems.assertProblem(user.delete(links(one) + "/nonsense"), 404, "NOT_FOUND");
    String id = user.get("/tickets/" + two).path("id");
    user.get("/tickets/" + one + "/timeline")
        .then()
        .body("items.action", contains("created", "linked", "unlinked"))
        .body("items[1].changes[0].field", equalTo("duplicates"))
        .body("items[1].changes[0].to", equalTo(id))
        .body("items[2].changes[0].from", equalTo(id));
    user.get("/tickets/" + two + "/timeline")
        .then()
        .body("items[1].changes[0].field", equalTo("duplicated_by"));
  }

  @Test
  void ofAResolvedDuplicateIsNotedOnTheOriginal() {
    link(user, one, "duplicates", two).then().statusCode(201);
    Desk.move(owner, one, "in_progress", "resolved");
    owner
        .get("/tickets/" + two + "/timeline")
        .then()
        .body("items.action", contains("created", "linked", "duplicate_resolved"))
        .body("items[2].changes[0].field", equalTo("duplicated_by"))
        .body("items[2].changes[0].to", equalTo(user.get("/tickets/" + one).path("id")));
    Desk.move(owner, two, "in_progress", "resolved");
    user.get("/tickets/" + one + "/timeline").then().body("total", equalTo(4));
  }

  @Test
  void isMadeOnceHoweverOftenItIsAsked() throws Exception {
    String key = UUID.randomUUID().toString();
    Callable<Integer> ask =
        () ->
            user.sending(Map.of("type", "blocks", "ticket", two))
                .header("Idempotency-Key", key)
                .post("/api/v1" + links(one))
                .statusCode();
    assertThat(together(List.of(ask, ask, ask, ask))).containsOnlyOnce(201).containsOnly(201, 409);
    user.sending(Map.of("type", "blocks", "ticket", two))
        .header("Idempotency-Key", key)
        .header("Prefer", "handling=lenient")
        .post("/api/v1" + links(one))
        .then()
        .statusCode(201)
        .header("Idempotency-Replayed", "true")
        .body("ticket.ticketId", equalTo(two));
    user.get(links(one)).then().body("total", equalTo(1));
  }

  @Test
  void isToldToThoseWatchersWhoSeeBothEnds() {
    String hidden = Desk.ticket(owner, Desk.space(owner, "private"));
    String id = user.get("/tickets/" + one).path("id");
    owner.put("/tickets/" + one + "/watchers/me", Map.of()).then().statusCode(204);
    link(owner, one, "blocks", hidden).then().statusCode(201);
    link(owner, one, "blocks", two).then().statusCode(201);
    List<JsonNode> events = Desk.events(id, 3);
    assertThat(events.get(1).path("type").asText()).isEqualTo("helpdesk.ticket.linked.v1");
    assertThat(events.get(1).at("/data/relation").asText()).isEqualTo("blocks");
    assertThat(events.get(1).at("/data/other/ticketId").asText()).isEqualTo(hidden);
    assertThat(events.get(1).at("/data/watchers").toString()).isEqualTo("[\"" + owner.id() + "\"]");
    assertThat(events.get(2).at("/data/watchers")).hasSize(2);
  }

  private static Response link(Someone who, String ticket, String type, String other) {
    return who.post(links(ticket), Map.of("type", type, "ticket", other));
  }

  private static String links(String ticket) {
    return "/tickets/" + ticket + "/links";
  }

  private static List<Integer> together(List<Callable<Integer>> calls)
      throws InterruptedException, ExecutionException {
    ExecutorService clients = Executors.newFixedThreadPool(calls.size());
    try {
      List<Integer> results = new java.util.ArrayList<>();
      for (Future<Integer> call : clients.invokeAll(calls)) {
        results.add(call.get());
      }
      return results;
    } finally {
      clients.shutdownNow();
    }
  }
}
