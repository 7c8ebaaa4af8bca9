package dev.helpdesk.ticketing.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.helpdesk.test.HelpdeskResource;
import dev.helpdesk.test.Problems;
import dev.helpdesk.ticketing.Desk;
import dev.helpdesk.ticketing.Past;
import dev.helpdesk.ticketing.Someone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each filter alone and every pair of them, and each order, against a naive filter in memory. */
@QuarkusTest
@QuarkusTestResource(HelpdeskResource.class)
class TicketListTest {
  private static final int TICKETS = Integer.getInteger("helpdesk.list.tickets", 40);
  private static final List<String> WORDS =
      List.of("Login", "50%", "snake_case", "ÜBER", "rückwärts", "a\\b");
  private static final long SEED = Long.getLong("helpdesk.list.seed", System.nanoTime());

  @Inject Pool pool;

  private final Random random = new Random(SEED);
  private Someone owner;
  private Someone agent;
  private String space;
  private List<Map<String, Object>> all;

  @BeforeEach
  void fillASpace() {
    owner = Someone.user();
    agent = Someone.agent();
    space = Desk.space(owner);
    for (int i = 0; i < TICKETS; i++) {
      String key = Desk.ticket(random.nextBoolean() ? owner : agent, space, fields());
      age(key);
      if (random.nextInt(3) == 0) {
        Desk.move(owner, key, "in_progress");
      }
      if (random.nextInt(10) == 0) {
        owner.delete("/tickets/" + key);
      }
    }
    all = walk("");
  }

  private Map<String, Object> fields() {
    Map<String, Object> fields = new HashMap<>();
    fields.put("title", pick(WORDS) + " " + pick(WORDS));
    fields.put("description", pick(WORDS));
    fields.put("priority", pick(List.of("low", "medium", "high", "critical")));
    fields.put("severity", pick(List.of("low", "medium", "high", "critical")));
    fields.put("category", pick(List.of("bug", "general", "idea")));
    fields.put("tags", List.of(pick(List.of("a", "b", "c")), pick(List.of("c", "d"))));
    if (random.nextBoolean()) {
      fields.put("assignee", random.nextBoolean() ? owner.email() : agent.email());
    }
    if (random.nextBoolean()) {
      fields.put("dueDate", LocalDate.of(2027, 1, 1 + random.nextInt(20)).toString());
    }
    return fields;
  }

  /** Some were filed long ago, so that some deadlines have passed. */
  private void age(String key) {
    Past.move(pool, key, Duration.ofHours(random.nextInt(40)));
  }

  private String pick(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }

  private Map<String, Predicate<Map<String, Object>>> filters() {
    String from = Instant.parse((String) all.get(all.size() / 2).get("createdAt")).toString();
    String since = (String) all.get(all.size() / 3).get("updatedAt");
    Map<String, Predicate<Map<String, Object>>> filters = new LinkedHashMap<>();
    filters.put("status=in_progress", t -> t.get("status").equals("in_progress"));
    filters.put("status=open,closed,done", t -> !t.get("status").equals("in_progress"));
    filters.put(
        "priority=high,critical", t -> List.of("high", "critical").contains(t.get("priority")));
    filters.put("severity=low", t -> t.get("severity").equals("low"));
    filters.put("category=bug,idea", t -> !t.get("category").equals("general"));
    filters.put("tag=a,D", t -> tags(t).contains("a") || tags(t).contains("d"));
    filters.put("assignee=me", t -> owner.id().toString().equals(assignee(t)));
    filters.put("assignee=none," + agent.email(), t -> !owner.id().toString().equals(assignee(t)));
    filters.put("assignee=none", t -> assignee(t) == null);
    filters.put(
        "requester=" + agent.id(), t -> id(t.get("requester")).equals(agent.id().toString()));
    filters.put("breached=true", t -> (boolean) t.get("breached"));
    filters.put("breached=false", t -> !(boolean) t.get("breached"));
    filters.put("status=breached", t -> (boolean) t.get("breached"));
    filters.put("createdFrom=" + from, t -> at(t, "createdAt").compareTo(Instant.parse(from)) >= 0);
    filters.put("createdTo=" + from, t -> at(t, "createdAt").compareTo(Instant.parse(from)) < 0);
    filters.put(
        "updatedSince=" + since, t -> at(t, "updatedAt").compareTo(Instant.parse(since)) >= 0);
    for (String text : List.of("login", "%25", "_", "über", "RÜCK", "%5C", "0%25 s")) {
      filters.put("search=" + text, t -> holds(t, text.replace("%25", "%").replace("%5C", "\\")));
    }
    return filters;
  }

  @Test
  void everyFilterAndEveryPairOfThemAgreesWithTheNaiveOne() {
    Map<String, Predicate<Map<String, Object>>> filters = filters();
    filters.forEach((query, naive) -> check(query, naive));
    List<String> queries = new ArrayList<>(filters.keySet());
    for (int i = 0; i < queries.size(); i++) {
      for (int j = i + 1; j < queries.size(); j++) {
        String one = queries.get(i);
        String other = queries.get(j);
        boolean late = one.startsWith("breached=") && other.equals("status=breached");
        if (!late && !one.split("=")[0].equals(other.split("=")[0])) {
          check(one + "&" + other, filters.get(one).and(filters.get(other)));
        }
      }
    }
  }

  private void check(String query, Predicate<Map<String, Object>> naive) {
    JsonPath page = get(query + "&limit=100").jsonPath();
    List<Object> expected = all.stream().filter(naive).map(t -> t.get("ticketId")).toList();
    assertThat(page.getList("items.ticketId")).as("%s, seed %d", query, SEED).isEqualTo(expected);
    assertThat(page.getInt("total")).as("total of %s", query).isEqualTo(expected.size());
  }

  @Test
  void everyOrderIsTotalAndWalksAlikeEitherWay() {
    Map<String, Comparator<Map<String, Object>>> orders = new LinkedHashMap<>();
    orders.put("ticketId", Comparator.comparing(t -> (Integer) t.get("number")));
    orders.put("priority", Comparator.comparing(t -> rank(t.get("priority"))));
    orders.put("severity", Comparator.comparing(t -> rank(t.get("severity"))));
    orders.put("createdAt", Comparator.comparing(t -> at(t, "createdAt")));
    orders.put("updatedAt", Comparator.comparing(t -> at(t, "updatedAt")));
    orders.put("slaDueAt", Comparator.comparing(t -> at(t, "slaDueAt")));
    orders.forEach(
        (sort, order) -> {
          assertThat(walk("sortBy=" + sort)).as(sort).isSortedAccordingTo(order).hasSameSizeAs(all);
          assertThat(walk("sortBy=" + sort + "&sortOrder=desc"))
              .as(sort)
              .isSortedAccordingTo(order.reversed())
              .hasSameSizeAs(all);
        });
    for (String direction : List.of("asc", "desc")) {
      List<Map<String, Object>> byDate = walk("sortBy=dueDate&sortOrder=" + direction);
      List<Object> dates = byDate.stream().map(t -> t.get("dueDate")).toList();
      int empty = dates.indexOf(null);
      assertThat(dates.subList(empty, dates.size())).containsOnlyNulls();
      assertThat(byDate)
          .extracting(t -> t.get("ticketId"))
          .doesNotHaveDuplicates()
          .hasSameSizeAs(all);
    }
  }

  /** All of a list, by cursors of small pages; and the same by page numbers. */
  private List<Map<String, Object>> walk(String query) {
    List<Map<String, Object>> walked = new ArrayList<>();
    JsonPath page = get(query + "&limit=7").jsonPath();
    walked.addAll(page.getList("items"));
    while (page.get("nextCursor") != null) {
      page = get(query + "&limit=7&cursor=" + page.getString("nextCursor")).jsonPath();
      walked.addAll(page.getList("items"));
    }
    List<Object> byPage = new ArrayList<>();
    for (int number = 1; number <= 10; number++) {
      byPage.addAll(get(query + "&limit=7&page=" + number).jsonPath().getList("items.ticketId"));
    }
    assertThat(walked).extracting(t -> t.get("ticketId")).isEqualTo(byPage);
    return walked;
  }

  @Test
  void countsAndExportsWhatItLists() {
    JsonPath stats = owner.get("/spaces/" + space + "/tickets/stats").jsonPath();
    assertThat(stats.getInt("total")).isEqualTo(all.size());
    assertThat(stats.getInt("breached"))
        .isEqualTo((int) all.stream().filter(t -> (boolean) t.get("breached")).count());
    owner
        .get("/spaces/" + space + "/tickets/breached")
        .then()
        .body("total", equalTo(stats.getInt("breached")));
    var json = owner.get("/spaces/" + space + "/tickets/export");
    json.then()
        .statusCode(200)
        .contentType("application/json")
        .header("Content-Disposition", equalTo("attachment; filename=\"tickets.json\""));
    assertThat(json.jsonPath().getList("")).isEqualTo(all);
    String csv = export("format=csv&sortBy=ticketId");
    assertThat(csv.split("\r\n")).hasSize(all.size() + 1);
    assertThat(csv).startsWith("ticketId,title,description,status,").endsWith("\r\n");
    assertThat(export("format=csv&category=nothing").split("\r\n")).hasSize(1);
    assertThat(
            owner
                .get("/spaces/" + space + "/tickets/export?category=nothing")
                .jsonPath()
                .getList(""))
        .isEmpty();
  }

  private String export(String query) {
    var answer =
        owner
            .request()
            .accept("text/csv")
            .get("/api/v1/spaces/" + space + "/tickets/export?" + query);
    answer.then().statusCode(200).contentType("text/csv");
    return answer.asString();
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    Map<String, String> bad =
        Map.of(
            "status",
            "lost",
            "priority",
            "urgent",
            "severity",
            "x",
            "breached",
            "maybe",
            "createdFrom",
            "yesterday",
            "sortBy",
            "title",
            "sortOrder",
            "up");
    bad.forEach(
        (name, value) ->
            Problems.assertProblem(
                owner.get("/tickets?" + name + "=" + value), 400, "VALIDATION_FAILED", name));
    Problems.assertProblem(
        owner.get("/tickets?search=a&query=b"), 400, "VALIDATION_FAILED", "query");
    Problems.assertProblem(
        owner.get("/tickets/export?format=xml"), 400, "VALIDATION_FAILED", "format");
    Problems.assertProblem(
        owner.get("/tickets/stats?status=open"), 400, "UNKNOWN_PARAMETER", "status");
    Problems.assertProblem(
        owner.get("/tickets?search=" + "x".repeat(201)), 400, "VALIDATION_FAILED", "search");
  }

  @Test
  void overAllSpacesShowsOnlyWhatTheCallerSees() {
    String hidden = Desk.space(owner, "private");
    Desk.ticket(owner, hidden, Map.of("category", space));
    Desk.ticket(owner, space, Map.of("category", space));
    for (String list : List.of("/tickets?category=" + space, "/tickets/export?category=" + space)) {
      assertThat(agent.get(list).asString()).doesNotContain(hidden + "-1");
      assertThat(owner.get(list).asString()).contains(hidden + "-1", space + "-");
    }
    agent.get("/tickets?category=" + space).then().body("total", equalTo(1));
    owner.get("/tickets?category=" + space).then().body("total", equalTo(2));
    long seen = agent.get("/tickets/stats").jsonPath().getLong("total");
    assertThat(agent.get("/tickets?limit=1").jsonPath().getLong("total")).isEqualTo(seen);
    assertThat(owner.get("/tickets/stats").jsonPath().getLong("total"))
        .isGreaterThanOrEqualTo(seen);
  }

  private io.restassured.response.Response get(String query) {
    var answer =
        owner
            .request()
            .urlEncodingEnabled(false)
            .get("/api/v1/spaces/" + space + "/tickets?" + encoded(query).replaceAll("^&", ""));
    assertThat(answer.statusCode()).as(query + answer.asString()).isEqualTo(200);
    return answer;
  }

  private static String encoded(String query) {
    return query
        .replace("ü", "%C3%BC")
        .replace("Ü", "%C3%9C")
        .replace(" ", "%20")
        .replace("+", "%2B");
  }

  private static Instant at(Map<String, Object> ticket, String field) {
    return Instant.parse((String) ticket.get(field));
  }

  private static int rank(Object level) {
    return List.of("low", "medium", "high", "critical").indexOf(level);
  }

  private static List<?> tags(Map<String, Object> ticket) {
    return (List<?>) ticket.get("tags");
  }

  private static @Nullable String assignee(Map<String, Object> ticket) {
    return ticket.get("assignee") == null ? null : id(ticket.get("assignee"));
  }

  private static String id(Object person) {
    return String.valueOf(((Map<?, ?>) person).get("id"));
  }

  private static boolean holds(Map<String, Object> ticket, String text) {
    String wanted = text.toLowerCase(Locale.ROOT);
    return List.of("title", "description").stream()
        .anyMatch(field -> ((String) ticket.get(field)).toLowerCase(Locale.ROOT).contains(wanted));
  }
}
