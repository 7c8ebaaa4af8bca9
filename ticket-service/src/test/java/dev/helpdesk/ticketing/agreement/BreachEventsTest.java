package dev.helpdesk.ticketing.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.helpdesk.kit.outbox.EventJson;
import dev.helpdesk.test.Broker;
import dev.helpdesk.test.HelpdeskResource;
import dev.helpdesk.ticketing.Desk;
import dev.helpdesk.ticketing.Past;
import dev.helpdesk.ticketing.Someone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What is told of deadlines: once each, by whoever finds it first. The worker of the service runs
 * along; calling it by hand only makes sure that it has been there.
 */
@QuarkusTest
@QuarkusTestResource(HelpdeskResource.class)
class BreachEventsTest {
  @Inject Pool pool;
  @Inject DetectBreaches detect;

  private Someone owner;
  private String space;

  @BeforeEach
  void openASpace() {
    owner = Someone.user();
    space = Desk.space(owner);
  }

  private String id(String ticket) {
    return owner.get("/tickets/" + ticket).path("id");
  }

  private void detect() {
    try {
      VertxContextSupport.subscribeAndAwait(detect::detect);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /** What was told of deadlines so far, by ticket; all that is in the outbox has gone. */
  private Map<String, List<JsonNode>> told(Set<String> ids) {
    detect();
    awaitEmptyOutbox();
    return Broker.read("helpdesk.tickets").stream()
        .filter(record -> ids.contains(record.key()))
        .map(record -> read(record.value()))
        .filter(event -> event.path("type").asText().contains(".sla-"))
        .collect(Collectors.groupingBy(event -> event.path("subject").asText()));
  }

  private List<JsonNode> told(String ticket) {
    String id = id(ticket);
    return told(Set.of(id)).getOrDefault(id, List.of());
  }

  private static List<String> kinds(List<JsonNode> events) {
    return events.stream()
        .map(
            event ->
                event.at("/data/target").asText()
                    + event.path("type").asText().replaceAll(".*sla|\\.v1", ""))
        .toList();
  }

  private void awaitEmptyOutbox() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                pool.query("SELECT 1 FROM outbox LIMIT 1").execute().await().indefinitely().size()
                    == 0);
  }

  private static JsonNode read(String text) {
    try {
      return EventJson.MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aDeadlineThatComesNearAndPassesIsToldOnceEach() {
    String ticket = Desk.ticket(owner, space, Map.of("slaMinutes", 10));
    assertThat(told(ticket)).isEmpty();
    Past.move(pool, ticket, Duration.ofMinutes(8));
    List<JsonNode> soon = told(ticket);
    assertThat(kinds(soon)).containsExactly("resolution-due-soon");
    assertThat(soon.get(0).at("/data/dueAt").asText())
        .isEqualTo(owner.get("/tickets/" + ticket).path("slaDueAt"));
    assertThat(soon.get(0).at("/data/late").asBoolean()).isFalse();
    assertThat(soon.get(0).at("/data/owners/0").asText()).isEqualTo(owner.id().toString());
    assertThat(soon.get(0).at("/data/ticket/ticketId").asText()).isEqualTo(ticket);
    Past.move(pool, ticket, Duration.ofMinutes(2));
    detect();
    assertThat(kinds(told(ticket))).containsExactly("resolution-due-soon", "resolution-breached");
  }

  @Test
  void afterALongOutageManyReplicasTellEachOnceAndSayThatItIsLate() {
    Map<String, String> ids = new HashMap<>();
    for (int i = 0; i < 25; i++) {
      String ticket = Desk.ticket(owner, space, Map.of("slaMinutes", 10));
      ids.put(id(ticket), ticket);
    }
    ids.values().forEach(ticket -> Past.move(pool, ticket, Duration.ofHours(9)));
    List<CompletableFuture<Void>> replicas = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      replicas.add(CompletableFuture.runAsync(this::detect));
    }
    replicas.forEach(CompletableFuture::join);
    Map<String, List<JsonNode>> told = told(ids.keySet());
    assertThat(told).hasSize(25);
    assertThat(told.values())
        .allSatisfy(
            events -> {
              assertThat(kinds(events))
                  .containsExactly("resolution-due-soon", "resolution-breached");
              assertThat(events).allMatch(event -> event.at("/data/late").asBoolean());
            });
  }

  @Test
  void nothingIsToldOfWhatWasSettledInTime() {
    String ticket = Desk.ticket(owner, space, Map.of("slaMinutes", 10));
    Past.move(pool, ticket, Duration.ofMinutes(7));
    Desk.move(owner, ticket, "in_progress", "resolved");
    Past.move(pool, ticket, Duration.ofMinutes(60));
    assertThat(told(ticket)).isEmpty();
  }

  @Test
  void aBreachIsToldThoughTheTicketWasSettledRightAfterIt() {
    String ticket = Desk.ticket(owner, space, Map.of("slaMinutes", 10));
    Past.move(pool, ticket, Duration.ofMinutes(11));
    Desk.move(owner, ticket, "in_progress", "resolved");
    assertThat(kinds(told(ticket))).containsExactly("resolution-due-soon", "resolution-breached");
  }

  @Test
  void anotherDeadlineIsToldAnewAndAnOldOneNotAgain() {
    String ticket = Desk.ticket(owner, space, Map.of("slaMinutes", 10));
    Past.move(pool, ticket, Duration.ofMinutes(9));
    assertThat(kinds(told(ticket))).hasSize(1);
    owner.patch("/tickets/" + ticket, Map.of("slaMinutes", 11)).then().statusCode(200);
    assertThat(kinds(told(ticket))).hasSize(2);
    owner.patch("/tickets/" + ticket, Map.of("slaMinutes", 10)).then().statusCode(200);
    assertThat(kinds(told(ticket))).containsOnly("resolution-due-soon").hasSize(2);
  }

  @Test
  void aWaitPutsOffWhatIsToTell() {
    String ticket = Desk.ticket(owner, space, Map.of("slaMinutes", 10));
    Desk.move(owner, ticket, "in_progress", "waiting");
    Past.move(pool, ticket, Duration.ofMinutes(60));
    assertThat(told(ticket)).isEmpty();
    Desk.move(owner, ticket, "in_progress");
    assertThat(told(ticket)).isEmpty();
    Past.move(pool, ticket, Duration.ofMinutes(9));
    assertThat(kinds(told(ticket))).containsExactly("resolution-due-soon");
  }

  @Test
  void ofADeletedTicketNothingIsToldUntilItIsBack() {
    String ticket = Desk.ticket(owner, space, Map.of("slaMinutes", 10));
    String id = id(ticket);
    owner.delete("/tickets/" + ticket).then().statusCode(204);
    Past.move(pool, ticket, Duration.ofMinutes(11));
    assertThat(told(Set.of(id))).isEmpty();
    owner.request().post("/api/v1/tickets/" + ticket + "/restore").then().statusCode(200);
    assertThat(kinds(told(ticket))).containsExactly("resolution-due-soon", "resolution-breached");
  }

  @Test
  void ofADeletedSpaceNothingIsTold() {
    String ticket = Desk.ticket(owner, space, Map.of("slaMinutes", 10));
    String id = id(ticket);
    owner.delete("/spaces/" + space).then().statusCode(204);
    Past.move(pool, ticket, Duration.ofMinutes(11));
    assertThat(told(Set.of(id))).isEmpty();
  }

  @Test
  void aFirstAnswerThatIsOwedIsToldToo() {
    Map<String, Object> target = Map.of("resolutionMinutes", 600, "firstResponseMinutes", 10);
    owner
        .put(
            "/spaces/" + space + "/sla",
            Map.of(
                "targets",
                Map.of("critical", target, "high", target, "medium", target, "low", target)))
        .then()
        .statusCode(200);
    Someone user = Someone.user();
    String answered = Desk.ticket(user, space);
    String forgotten = Desk.ticket(user, space);
    owner.post("/tickets/" + answered + "/comments", Map.of("body", "hello"));
    Past.move(pool, answered, Duration.ofMinutes(11));
    Past.move(pool, forgotten, Duration.ofMinutes(11));
    assertThat(told(answered)).isEmpty();
    assertThat(kinds(told(forgotten)))
        .containsExactly("first_response-due-soon", "first_response-breached");
    owner
        .get("/tickets/" + forgotten + "/sla")
        .then()
        .body("firstResponse.breached", org.hamcrest.Matchers.equalTo(true));
    owner
        .get("/tickets/" + forgotten)
        .then()
        .body("breached", org.hamcrest.Matchers.equalTo(false));
  }
}
