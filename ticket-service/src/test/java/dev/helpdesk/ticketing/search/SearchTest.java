package dev.helpdesk.ticketing.search;

import static org.assertj.core.api.Assertions.assertThat;
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
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(HelpdeskResource.class)
class SearchTest {
  private Someone owner;
  private Someone user;
  private String space;

  @BeforeEach
  void openASpace() {
    owner = Someone.user();
    user = Someone.user();
    space = Desk.space(owner);
  }

  private String ticket(String title, String description) {
    return Desk.ticket(owner, space, Map.of("title", title, "description", description));
  }

  private void comment(Someone who, String ticket, String body, String visibility) {
    who.post("/tickets/" + ticket + "/comments", Map.of("body", body, "visibility", visibility))
        .then()
        .statusCode(201);
  }

  private Response search(Someone who, String q, String more) {
    Response answer =
        who.request()
            .queryParam("q", q)
            .queryParam("space", space)
            .get("/api/v1/search?limit=100" + more);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return answer;
  }

  private List<String> found(Someone who, String q) {
    JsonPath page = search(who, q, "").jsonPath();
    List<String> keys = page.getList("items.ticketId");
    assertThat(page.getInt("total")).isEqualTo(keys.size());
    return keys;
  }

  @Test
  void findsTitlesDescriptionsAndComments() {
    String first = ticket("Printer on fire", "Smoke everywhere");
    String second = ticket("Other", "The printer again");
    comment(user, second, "My printer too <b>", "public");
    Response answer = search(user, "printer", "");
    answer
        .then()
        .body("items", hasSize(3))
        .body("items[0].type", equalTo("ticket"))
        .body("items[0].ticketId", equalTo(first))
        .body("items[0].title", equalTo("Printer on fire"))
        .body("items[0].commentId", nullValue())
        .body("items[0].highlight", equalTo("<mark>Printer</mark> on fire"));
    JsonPath page = answer.jsonPath();
    assertThat(page.getList("items.score", Float.class))
        .isSortedAccordingTo((a, b) -> Float.compare(b, a));
    Map<String, Object> said = page.getMap("items.find { it.type == 'comment' }");
    assertThat(said)
        .containsEntry("ticketId", second)
        .containsEntry("highlight", "My <mark>printer</mark> too &lt;b&gt;")
        .containsKey("commentId");
    assertThat(search(user, "printer", "&type=comment").jsonPath().getList("items.type"))
        .containsExactly("comment");
    assertThat(search(user, "printer", "&type=ticket").jsonPath().getList("items")).hasSize(2);
    assertThat(search(user, "printer", "&type=ticket,comment").jsonPath().getList("items"))
        .hasSize(3);
  }

  @Test
  void understandsRowsExclusionsBeginningsAndCase() {
    String one = ticket("Blank page after login", "x");
    String other = ticket("Page is blank", "login-form.html on ÜBERSICHT");
    assertThat(found(user, "blank page")).containsExactlyInAnyOrder(one, other);
    assertThat(found(user, "\"blank page\"")).containsExactly(one);
    assertThat(found(user, "page -after")).containsExactly(other);
    assertThat(found(user, "pag")).containsExactlyInAnyOrder(one, other);
    assertThat(found(user, "pag blank")).isEmpty();
    assertThat(found(user, "übersicht")).containsExactly(other);
    assertThat(found(user, "LOGIN FORM")).containsExactly(other);
    assertThat(found(user, "form.html")).containsExactly(other);
    for (String nothing :
        List.of("?", "-page", "--", "\"", "' OR 1=1 --", "🚀 -page", ":*", "\\", "zz<->", "%")) {
      assertThat(found(user, nothing)).as(nothing).isEmpty();
    }
  }

  @Test
  void findsATicketByItsKeyInAnyCase() {
    String key = ticket("Something", "else");
    String teller = ticket("Follows", "what " + key + " began");
    List<String> found = found(user, key.toLowerCase(java.util.Locale.ROOT));
    assertThat(found).containsExactly(key, teller);
    assertThat(found(user, space + "-999")).isEmpty();
  }

  @Test
  void followsEveryChange() {
    String key = ticket("Apple", "x");
    comment(user, key, "banana", "public");
    owner.patch("/tickets/" + key, Map.of("title", "Cherry", "description", "dates"));
    assertThat(found(user, "apple")).isEmpty();
    assertThat(found(user, "cherry dates")).containsExactly(key);
    String comment = user.get("/tickets/" + key + "/comments").path("items[0].id");
    user.patch("/tickets/" + key + "/comments/" + comment, Map.of("body", "elderberry"));
    assertThat(found(user, "banana")).isEmpty();
    assertThat(found(user, "elderberry")).containsExactly(key);
    user.delete("/tickets/" + key + "/comments/" + comment).then().statusCode(204);
    assertThat(found(user, "elderberry")).isEmpty();
    owner.delete("/tickets/" + key).then().statusCode(204);
    assertThat(found(user, "cherry")).isEmpty();
    owner.request().post("/api/v1/tickets/" + key + "/restore").then().statusCode(200);
    assertThat(found(user, "cherry")).containsExactly(key);
  }

  @Test
  void neverTellsOfWhatTheReaderMayNotSee() {
    String key = ticket("Ordinary", "x");
    comment(owner, key, "zebrafish secret", "internal");
    assertThat(found(user, "zebrafish")).isEmpty();
    assertThat(found(owner, "zebrafish")).containsExactly(key);
    assertThat(found(Someone.agent(), "zebrafish")).containsExactly(key);
    assertThat(found(Someone.admin(), "zebrafish")).containsExactly(key);
    String hidden = Desk.space(owner, "private");
    String word = "w" + hidden.toLowerCase(java.util.Locale.ROOT) + "w";
    Desk.ticket(owner, hidden, Map.of("title", word));
    for (Someone stranger : List.of(user, Someone.agent())) {
      stranger.get("/search?q=" + word).then().body("total", equalTo(0)).body("items", hasSize(0));
      stranger.get("/search?q=" + hidden + "-1").then().body("total", equalTo(0));
      Problems.assertProblem(
          stranger.get("/search?q=" + word + "&space=" + hidden), 404, "NOT_FOUND");
    }
    owner.get("/search?q=" + word).then().body("total", equalTo(1));
    Someone member = Someone.user();
    Desk.member(owner, hidden, member, "member");
    member.get("/search?q=" + word).then().body("total", equalTo(1));
    Someone.admin().get("/search?q=" + word).then().body("total", equalTo(1));
    owner.delete("/spaces/" + hidden).then().statusCode(204);
    owner.get("/search?q=" + word).then().body("total", equalTo(0));
  }

  @Test
  void pagesLikeEveryList() {
    for (int i = 0; i < 9; i++) {
      ticket("Walk " + "walk ".repeat(i % 3), "far");
    }
    List<String> all = found(user, "walk");
    assertThat(all).hasSize(9).doesNotHaveDuplicates();
    List<String> walked = new ArrayList<>();
    String cursor = "";
    do {
      JsonPath page = user.get("/search?q=walk&space=" + space + "&limit=2" + cursor).jsonPath();
      walked.addAll(page.getList("items.ticketId"));
      cursor = page.get("nextCursor") == null ? "" : "&cursor=" + page.getString("nextCursor");
    } while (!cursor.isEmpty());
    assertThat(walked).isEqualTo(all);
    List<String> byPage = new ArrayList<>();
    for (int number = 1; number <= 5; number++) {
      byPage.addAll(
          user.get("/search?q=walk&space=" + space + "&limit=2&page=" + number)
              .jsonPath()
              .getList("items.ticketId"));
    }
    assertThat(byPage).isEqualTo(all);
    user.get("/search?q=walk&space=" + space).then().header("Link", notNullValue());
  }

  @Test
  void refusesWhatItDoesNotUnderstand() {
    Problems.assertProblem(user.get("/search"), 400, "FIELD_REQUIRED", "q");
    Problems.assertProblem(user.get("/search?q="), 400, "FIELD_REQUIRED", "q");
    Problems.assertProblem(user.get("/search?q=" + "x".repeat(201)), 400, "VALIDATION_FAILED", "q");
    Problems.assertProblem(user.get("/search?q=x&type=space"), 400, "VALIDATION_FAILED", "type");
    Problems.assertProblem(user.get("/search?q=x&sort=up"), 400, "UNKNOWN_PARAMETER", "sort");
    Problems.assertProblem(user.get("/search?q=x&space=no!"), 404, "NOT_FOUND");
    Problems.assertProblem(RestAssured.given().get("/api/v1/search?q=x"), 401, "TOKEN_INVALID");
  }

  /** What is found agrees with looking at every text, on texts out of few words. */
  @Test
  void agreesWithLookingAtEveryText() {
    List<String> words = List.of("alpha", "beta", "gamma", "delta");
    java.util.Random random = new java.util.Random();
    Map<String, String> texts = new HashMap<>();
    for (int i = 0; i < 25; i++) {
      List<String> text = new ArrayList<>();
      for (int n = random.nextInt(4); n >= 0; n--) {
        text.add(words.get(random.nextInt(words.size())));
      }
      texts.put(ticket(String.join(" ", text), "-"), " " + String.join(" ", text) + " ");
    }
    for (String one : words) {
      for (String other : words) {
        Set<String> both = new HashSet<>();
        Set<String> row = new HashSet<>();
        Set<String> without = new HashSet<>();
        texts.forEach(
            (key, text) -> {
              boolean hasOne = text.contains(" " + one + " ");
              boolean hasOther = text.contains(" " + other + " ");
              addIf(both, key, hasOne && text.contains(" " + other.substring(0, 2)));
              addIf(row, key, text.contains(" " + one + " " + other + " "));
              addIf(without, key, hasOne && !hasOther);
            });
        assertThat(found(user, one + " " + other.substring(0, 2)))
            .containsExactlyInAnyOrderElementsOf(both);
        assertThat(found(user, "\"" + one + " " + other + "\""))
            .containsExactlyInAnyOrderElementsOf(row);
        assertThat(found(user, one + " -" + other)).containsExactlyInAnyOrderElementsOf(without);
      }
    }
  }

  private static void addIf(Set<String> keys, String key, boolean wanted) {
    if (wanted) {
      keys.add(key);
    }
  }
}
