package dev.helpdesk.ticketing.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helpdesk.test.HelpdeskResource;
import dev.helpdesk.ticketing.Desk;
import dev.helpdesk.ticketing.Someone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What must hold however many work at the same time. */
@QuarkusTest
@QuarkusTestResource(HelpdeskResource.class)
class NumberingTest {
  private static final int CLIENTS = 64;
  private static final int EACH = Integer.getInteger("helpdesk.race.rounds", 5);

  @Inject Pool pool;

  @Test
  void numbersHaveNoGapAndNoRepeat() {
    Someone owner = Someone.user();
    String space = Desk.space(owner);
    List<Callable<List<Integer>>> clients = new ArrayList<>();
    for (int client = 0; client < CLIENTS; client++) {
      int who = client;
      clients.add(() -> fileMany(owner, space, who));
    }
    List<Integer> numbers = atOnce(clients).stream().flatMap(List::stream).sorted().toList();
    assertThat(numbers).isEqualTo(IntStream.rangeClosed(1, CLIENTS * EACH).boxed().toList());
    owner
        .get("/spaces/" + space + "/tickets?limit=1")
        .then()
        .body("total", org.hamcrest.Matchers.equalTo(CLIENTS * EACH));
    assertThat(count("timeline")).isEqualTo(count("ticket"));
  }

  /** Every third creation is repeated under its key, every third fails on an unknown assignee. */
  private static List<Integer> fileMany(Someone owner, String space, int client) {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < EACH; i++) {
      String key = client + "-" + i;
      Map<String, Object> body = new HashMap<>(Map.of("title", key, "description", "x"));
      Response first = file(owner, space, body, i % 3 == 0 ? key : null);
      numbers.add(first.then().statusCode(201).extract().path("number"));
      if (i % 3 == 0) {
        file(owner, space, body, key).then().statusCode(409);
      } else if (i % 3 == 1) {
        body.put("assignee", "nobody@example.org");
        file(owner, space, body, null).then().statusCode(400);
      }
    }
    return numbers;
  }

  private static Response file(Someone who, String space, Map<String, Object> body, String key) {
    var request = who.sending(body);
    return (key == null ? request : request.header("Idempotency-Key", key))
        .post("/api/v1/spaces/" + space + "/tickets");
  }

  @Test
  void oneKeySentAtOnceByManyFilesOneTicket() {
    Someone owner = Someone.user();
    String space = Desk.space(owner);
    Map<String, Object> body = Map.of("title", "once", "description", "x");
    List<Callable<Integer>> clients = new ArrayList<>();
    for (int client = 0; client < 32; client++) {
      clients.add(() -> file(owner, space, body, "same").statusCode());
    }
    assertThat(atOnce(clients)).containsOnly(201, 409).containsOnlyOnce(201);
    assertThat(Desk.ticket(owner, space)).isEqualTo(space + "-2");
  }

  @Test
  void ofAHundredChangesOfOneVersionExactlyOneWins() {
    Someone owner = Someone.user();
    String path = "/api/v1/tickets/" + Desk.ticket(owner, Desk.space(owner));
    List<Callable<Integer>> clients = new ArrayList<>();
    for (int client = 0; client < 100; client++) {
      Map<String, String> body = Map.of("title", "title " + client);
      clients.add(() -> status(owner.sending(body).header("If-Match", "\"0\"").patch(path)));
    }
    assertThat(atOnce(clients)).containsOnly(200, 412).containsOnlyOnce(200);
    owner.request().get(path).then().body("version", org.hamcrest.Matchers.equalTo(1));
  }

  @Test
  void withoutAVersionNoChangeIsLost() {
    Someone owner = Someone.user();
    String key = Desk.ticket(owner, Desk.space(owner));
    List<Callable<Integer>> clients = new ArrayList<>();
    for (int client = 0; client < 40; client++) {
      Map<String, String> body = Map.of("title", "title " + client);
      clients.add(() -> owner.patch("/tickets/" + key, body).statusCode());
      clients.add(
          () -> owner.post("/tickets/" + key + "/comments", Map.of("body", "b")).statusCode());
    }
    assertThat(atOnce(clients)).containsOnly(200, 201);
    owner
        .get("/tickets/" + key)
        .then()
        .body("version", org.hamcrest.Matchers.equalTo(40))
        .body("commentCount", org.hamcrest.Matchers.equalTo(40));
    owner
        .get("/tickets/" + key + "/timeline")
        .then()
        .body("total", org.hamcrest.Matchers.equalTo(81));
  }

  @Test
  void theCountersAgreeWithTheTickets() {
    Someone owner = Someone.user();
    String space = Desk.space(owner);
    List<Callable<Integer>> clients = new ArrayList<>();
    for (int client = 0; client < 16; client++) {
      clients.add(() -> live(owner, space));
    }
    atOnce(clients);
    var stats = owner.get("/spaces/" + space + "/tickets/stats").jsonPath();
    for (String status : List.of("open", "in_progress", "waiting", "resolved", "closed")) {
      int listed =
          owner
              .get("/spaces/" + space + "/tickets?limit=100&breached=false&status=" + status)
              .jsonPath()
              .getInt("total");
      assertThat(stats.getInt(status)).as(status).isEqualTo(listed);
    }
  }

  private static int status(Response answer) {
    assertThat(answer.statusCode()).as(answer.asString()).isIn(200, 412);
    return answer.statusCode();
  }

  private static Integer live(Someone owner, String space) {
    String key = Desk.ticket(owner, space);
    Desk.move(owner, key, "in_progress", "waiting", "resolved");
    owner.delete("/tickets/" + key);
    return owner.post("/tickets/" + key + "/restore", "").statusCode();
  }

  private long count(String table) {
    String sql =
        table.equals("ticket")
            ? "SELECT count(*) FROM ticket WHERE title = $1"
            : "SELECT count(*) FROM timeline e JOIN ticket t ON t.id = e.ticket_id WHERE t.title = $1";
    return pool.preparedQuery(sql)
        .execute(Tuple.of("1-1"))
        .await()
        .indefinitely()
        .iterator()
        .next()
        .getLong(0);
  }

  private static <T> List<T> atOnce(List<Callable<T>> work) {
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> result : clients.invokeAll(work)) {
        results.add(result.get());
      }
      return results;
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    } finally {
      clients.shutdownNow();
    }
  }
}
