package dev.helpdesk.ticketing.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
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
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Figures against a naive computation over the tickets as the API shows them. */
@QuarkusTest
@QuarkusTestResource(HelpdeskResource.class)
class AnalyticsTest {
  private static final int TICKETS = 30;
  private static final List<String> ZONES =
      List.of("UTC", "Europe/Berlin", "America/St_Johns", "Pacific/Auckland", "Asia/Kathmandu");

  @Inject Pool pool;

  private final Random random = new Random();
  private Someone owner;
  private String space;
  private String path;

  @BeforeEach
  void openASpace() {
    owner = Someone.user();
    space = Desk.space(owner);
    path = "/spaces/" + space + "/analytics";
  }

  private void fill() {
    Someone agent = Someone.agent();
    for (int i = 0; i < TICKETS; i++) {
      Map<String, Object> fields = new HashMap<>();
      fields.put("priority", pick("low", "medium", "high", "critical"));
      fields.put("category", pick("bug", "idea", "=cmd"));
      if (random.nextBoolean()) {
        fields.put("assignee", pick(owner.email(), agent.email()));
      }
      String ticket = Desk.ticket(agent, space, fields);
      live(ticket);
      Past.move(pool, ticket, Duration.ofMinutes(random.nextInt(6 * 24 * 60)));
      if (random.nextInt(8) == 0) {
        owner.delete("/tickets/" + ticket);
      }
    }
  }

  /** What may happen to a ticket, with hours between. */
  private void live(String ticket) {
    String[] steps = {"in_progress", "resolved", "closed"};
    for (int step = random.nextInt(4) - 1; step >= 0 && step < 3; ) {
      for (int i = 0; i <= step; i++) {
        Past.move(pool, ticket, Duration.ofMinutes(random.nextInt(900)));
        if (random.nextBoolean()) {
          owner.post("/tickets/" + ticket + "/comments", Map.of("body", "answer"));
        }
        Desk.move(owner, ticket, steps[i]);
      }
      step = 3;
    }
  }

  private String pick(String... values) {
    return values[random.nextInt(values.length)];
  }

  private List<Map<String, Object>> tickets() {
    List<Map<String, Object>> all =
        owner.get("/spaces/" + space + "/tickets?limit=100").jsonPath().getList("items");
    List<Map<String, Object>> withAnswers = new ArrayList<>();
    for (Map<String, Object> ticket : all) {
      Map<String, Object> more = new HashMap<>(ticket);
      more.put("respondedAt", responded(ticket));
      withAnswers.add(more);
    }
    return withAnswers;
  }

  private @Nullable String responded(Map<String, Object> ticket) {
    var rows =
        pool.preparedQuery("SELECT first_response_at FROM ticket WHERE id = $1")
            .execute(
                io.vertx.mutiny.sqlclient.Tuple.of(
                    java.util.UUID.fromString((String) ticket.get("id"))))
            .await()
            .indefinitely();
    var time = rows.iterator().next().getOffsetDateTime(0);
    return time == null ? null : time.toInstant().toString();
  }

  private static @Nullable Instant at(Map<String, Object> ticket, String field) {
    Object text = ticket.get(field);
    return text == null ? null : Instant.parse((String) text);
  }

  @Test
  void agreesWithANaiveComputation() {
    fill();
    List<Map<String, Object>> all = tickets();
    for (int round = 0; round < 4; round++) {
      ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
      LocalDate to = LocalDate.now(zone).minusDays(random.nextInt(3));
      LocalDate from = to.minusDays(random.nextInt(8));
      Response answer =
          owner.get(path + "?from=" + from + "&to=" + to + "&timezone=" + zone.getId());
      answer.then().statusCode(200);
      check(answer.jsonPath(), all, zone, from, to);
    }
  }

  private static void check(
      JsonPath figures, List<Map<String, Object>> all, ZoneId zone, LocalDate from, LocalDate to) {
    Predicate<Instant> inside =
        moment -> {
          LocalDate day = moment.atZone(zone).toLocalDate();
          return !day.isBefore(from) && !day.isAfter(to);
        };
    List<Map<String, Object>> created = in(all, "createdAt", inside);
    List<Map<String, Object>> resolved = in(all, "resolvedAt", inside);
    assertThat(figures.<Map<String, Integer>>get("byStatus"))
        .hasSize(5)
        .allSatisfy(
            (s, n) -> assertThat(n).isEqualTo(count(created, t -> s.equals(t.get("status")))));
    assertThat(figures.<Map<String, Integer>>get("byPriority"))
        .hasSize(4)
        .allSatisfy(
            (p, n) -> assertThat(n).isEqualTo(count(created, t -> p.equals(t.get("priority")))));
    assertThat(pairs(figures, "byCategory", entry -> entry.get("category")))
        .isEqualTo(naive(created, t -> t.get("category")));
    assertThat(pairs(figures, "byAssignee", entry -> email(entry.get("assignee"))))
        .isEqualTo(naive(created, t -> email(t.get("assignee"))));
    checkDays(figures.getList("createdPerDay"), created, "createdAt", zone, from, to);
    checkDays(figures.getList("resolvedPerDay"), resolved, "resolvedAt", zone, from, to);
    checkDurations(figures, "resolution", resolved, "resolvedAt");
    checkDurations(figures, "firstResponse", in(all, "respondedAt", inside), "respondedAt");
    int met = count(resolved, t -> at(t, "slaDueAt").isAfter(at(t, "resolvedAt")));
    int breached =
        count(
            in(all, "slaDueAt", inside),
            t -> {
              Instant end = at(t, "resolvedAt") == null ? Instant.now() : at(t, "resolvedAt");
              return !at(t, "slaDueAt").isAfter(end);
            });
    assertThat(figures.getInt("sla.met")).isEqualTo(met);
    assertThat(figures.getInt("sla.breached")).isEqualTo(breached);
    if (met + breached > 0) {
      assertThat(figures.getDouble("sla.attainment"))
          .isCloseTo((double) met / (met + breached), within(1e-6));
    }
    List<Double> ages =
        all.stream()
            .filter(t -> !List.of("resolved", "closed").contains(t.get("status")))
            .map(t -> seconds(at(t, "createdAt"), Instant.now()))
            .sorted()
            .toList();
    checkPercentile(figures.get("backlogAge.medianSeconds"), ages, 0.5, 30);
    checkPercentile(figures.get("backlogAge.p90Seconds"), ages, 0.9, 30);
  }

  private static List<Map<String, Object>> in(
      List<Map<String, Object>> all, String field, Predicate<Instant> inside) {
    return all.stream().filter(t -> at(t, field) != null && inside.test(at(t, field))).toList();
  }

  private static int count(List<Map<String, Object>> tickets, Predicate<Map<String, Object>> is) {
    return (int) tickets.stream().filter(is).count();
  }

  private static Map<Object, Integer> naive(
      List<Map<String, Object>> tickets, Function<Map<String, Object>, Object> value) {
    return tickets.stream().collect(Collectors.groupingBy(value, Collectors.summingInt(t -> 1)));
  }

  private static Map<Object, Integer> pairs(
      JsonPath figures, String list, Function<Map<String, Object>, Object> key) {
    return figures.<Map<String, Object>>getList(list).stream()
        .collect(Collectors.toMap(key, entry -> (Integer) entry.get("count")));
  }

  private static Object email(@Nullable Object person) {
    return person == null ? "nobody" : ((Map<?, ?>) person).get("email");
  }

  private static void checkDays(
      List<Map<String, Object>> days,
      List<Map<String, Object>> tickets,
      String field,
      ZoneId zone,
      LocalDate from,
      LocalDate to) {
    Map<String, Integer> expected = new TreeMap<>();
    from.datesUntil(to.plusDays(1)).forEach(day -> expected.put(day.toString(), 0));
    tickets.forEach(
        t -> expected.merge(at(t, field).atZone(zone).toLocalDate().toString(), 1, Integer::sum));
    Map<String, Integer> shown = new java.util.LinkedHashMap<>();
    days.forEach(day -> shown.put((String) day.get("date"), (Integer) day.get("count")));
    assertThat(shown).containsExactlyEntriesOf(expected);
  }

  private static void checkDurations(
      JsonPath figures, String figure, List<Map<String, Object>> tickets, String end) {
    List<Double> all =
        tickets.stream().map(t -> seconds(at(t, "createdAt"), at(t, end))).sorted().toList();
    checkPercentile(figures.get(figure + ".medianSeconds"), all, 0.5, 0.01);
    checkPercentile(figures.get(figure + ".p90Seconds"), all, 0.9, 0.01);
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 1000.0;
  }

  private static void checkPercentile(
      @Nullable Number shown, List<Double> sorted, double part, double tolerance) {
    if (sorted.isEmpty()) {
      assertThat(shown).isNull();
      return;
    }
    double place = part * (sorted.size() - 1);
    int below = (int) Math.floor(place);
    int above = (int) Math.ceil(place);
    double expected = sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
    assertThat(shown.doubleValue())
        .isCloseTo(expected, within(Math.max(tolerance, expected * 1e-5)));
  }

  @Test
  void ofAnEmptySpaceIsEmpty() {
    owner
        .get(path)
        .then()
        .statusCode(200)
        .body("byStatus.open", equalTo(0))
        .body("byCategory", hasSize(0))
        .body("byAssignee", hasSize(0))
        .body("createdPerDay", hasSize(30))
        .body("createdPerDay[29].date", equalTo(LocalDate.now(ZoneId.of("UTC")).toString()))
        .body("resolution.medianSeconds", nullValue())
        .body("sla.met", equalTo(0))
        .body("sla.attainment", nullValue())
        .body("backlogAge.p90Seconds", nullValue());
  }

  @Test
  void takesInstantsAndTheDaysThatTheyTouch() {
    Desk.ticket(owner, space);
    Instant now = Instant.now();
    String around = "?from=" + now.minusSeconds(600) + "&to=" + now.plusSeconds(600);
    owner.get(path + around).then().body("byStatus.open", equalTo(1));
    String before = "?from=" + now.minusSeconds(900) + "&to=" + now.minusSeconds(600);
    owner.get(path + before).then().body("byStatus.open", equalTo(0));
  }

  @Test
  void countsOnlyWhatTheCallerSees() {
    Someone stranger = Someone.user();
    String hidden = Desk.space(owner, "private");
    String category = "c" + hidden;
    Desk.ticket(owner, hidden, Map.of("category", category));
    assertThat(stranger.get("/analytics/overview").asString()).doesNotContain(category);
    Problems.assertProblem(stranger.get("/spaces/" + hidden + "/analytics"), 404, "NOT_FOUND");
    owner
        .get("/spaces/" + hidden + "/analytics")
        .then()
        .body("byCategory[0].category", equalTo(category));
    JsonPath mine = owner.get("/analytics/overview").jsonPath();
    JsonPath theirs = stranger.get("/analytics/overview").jsonPath();
    assertThat(mine.getInt("byStatus.open")).isEqualTo(theirs.getInt("byStatus.open") + 1);
    owner.delete("/spaces/" + hidden);
    assertThat(owner.get("/analytics/overview").jsonPath().getInt("byStatus.open"))
        .isEqualTo(theirs.getInt("byStatus.open"));
  }

  @Test
  void comesAsCsvToo() {
    Desk.ticket(owner, space, Map.of("category", "=cmd"));
    Response named = owner.get(path + "?format=csv");
    named
        .then()
        .statusCode(200)
        .contentType("text/csv")
        .header("Content-Disposition", equalTo("attachment; filename=\"analytics.csv\""));
    assertThat(named.asString())
        .startsWith("figure,key,value\r\nbyStatus,open,1\r\n")
        .contains("byCategory,'=cmd,1\r\n", "byAssignee,,1\r\n", "sla,attainment,\r\n");
    Response accepted = owner.request().accept("text/csv").get("/api/v1" + path);
    accepted.then().statusCode(200).contentType("text/csv");
    assertThat(accepted.asString()).startsWith("figure,key,value\r\n");
    owner.get("/analytics/overview?format=csv").then().contentType("text/csv");
  }

  @Test
  void refusesWhatItDoesNotUnderstand() {
    Map<String, String> bad =
        Map.of(
            "from=yesterday", "from",
            "to=2026-02-30", "to",
            "timezone=Mars/Olympus", "timezone",
            "timezone=%2B01:00", "timezone",
            "format=xml", "format",
            "from=2026-02-01&to=2026-01-01", "to",
            "from=1999-01-01&to=2026-01-01", "from",
            "from=0001-01-01", "from");
    bad.forEach(
        (query, field) ->
            Problems.assertProblem(
                owner.request().urlEncodingEnabled(false).get("/api/v1" + path + "?" + query),
                400,
                "VALIDATION_FAILED",
                field));
    Problems.assertProblem(owner.get(path + "?day=1"), 400, "UNKNOWN_PARAMETER", "day");
    Problems.assertProblem(owner.get("/spaces/NOSUCH/analytics"), 404, "NOT_FOUND");
    for (String address : List.of(path, "/analytics/overview")) {
      Problems.assertProblem(RestAssured.given().get("/api/v1" + address), 401, "TOKEN_INVALID");
    }
  }
}
