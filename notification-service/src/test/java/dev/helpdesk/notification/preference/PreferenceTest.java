package dev.helpdesk.notification.preference;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.helpdesk.contracts.user.Role;
import dev.helpdesk.contracts.user.UserUpdated;
import dev.helpdesk.notification.Story;
import dev.helpdesk.notification.Story.Person;
import dev.helpdesk.test.HelpdeskResource;
import dev.helpdesk.test.Mails;
import dev.helpdesk.test.Problems;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(HelpdeskResource.class)
class PreferenceTest {
  private static final String PATH = "/api/v1/notifications/preferences";
  private final Person ada = new Person("Ada", Role.USER);

  @Test
  void withoutAChoiceEverythingIsOn() {
    Response answer = as(ada).get(PATH);
    answer
        .then()
        .statusCode(200)
        .header("ETag", "\"0\"")
        .body("language", equalTo("en"))
        .body("digestMinutes", equalTo(0))
        .body("version", equalTo(0))
        .body("types.'ticket.commented'.mail", equalTo(true))
        .body("types.'ticket.commented'.inApp", equalTo(true));
    assertThat(answer.jsonPath().getMap("types").keySet()).hasSize(8);
  }

  @Test
  void putTakesWhatGetGives() {
    String got = as(ada).get(PATH).asString();
    as(ada).body(got).put(PATH).then().statusCode(200).header("ETag", "\"1\"");
    as(ada)
        .body(got.replace("\"version\":0", "\"version\":1").replace("\"en\"", "\"de\""))
        .put(PATH)
        .then()
        .statusCode(200)
        .body("language", equalTo("de"));
    as(ada).header("If-None-Match", "\"2\"").get(PATH).then().statusCode(304);
  }

  @Test
  void whoDoesNotChooseALanguageFollowsTheProfile() {
    Story story = new Story().begin();
    as(story.ada).body(wish("en", 0)).put(PATH).then().statusCode(200);
    story.tell(new UserUpdated(story.ada.state("de", true, 1)));
    await().untilAsserted(() -> as(story.ada).get(PATH).then().body("language", equalTo("de")));
    as(story.ada).body(wish("en", 0)).put(PATH).then().body("language", equalTo("en"));
    story.tell(new UserUpdated(story.ada.state("en", true, 2)));
    story.tell(new UserUpdated(story.ada.state("de", true, 3)));
    story.tell(story.commentBy(story.bob, "hello", story.ada));
    assertThat(Mails.textTo(story.ada.email)).contains("Bob commented:");
  }

  @Test
  void staleVersionsAreRefusedAndChangeNothing() {
    as(ada).body(wish("en", 5)).put(PATH).then().statusCode(200);
    Response header = as(ada).header("If-Match", "\"0\"").body(wish("de", 1)).put(PATH);
    Problems.assertProblem(header, 412, "OPTIMISTIC_LOCK");
    assertThat(header.jsonPath().getInt("currentVersion")).isEqualTo(1);
    String stale = wish("de", 1).replace("{\"language\"", "{\"version\":0,\"language\"");
    Problems.assertProblem(as(ada).body(stale).put(PATH), 409, "OPTIMISTIC_LOCK");
    as(ada).get(PATH).then().body("digestMinutes", equalTo(5)).body("language", equalTo("en"));
  }

  @Test
  void whatIsNoPreferenceIsRefused() {
    Map.of(
            wish("fr", 0), "language",
            wish("en", -1), "digestMinutes",
            wish("en", 1441), "digestMinutes")
        .forEach(
            (body, field) ->
                Problems.assertProblem(
                    as(ada).body(body).put(PATH), 400, "VALIDATION_FAILED", field));
    Problems.assertProblem(
        as(ada)
            .body(
                "{\"language\":\"en\",\"digestMinutes\":0,\"types\":{\"nonsense\":{\"mail\":true,\"inApp\":true}}}")
            .put(PATH),
        400,
        "VALIDATION_FAILED");
    Problems.assertProblem(
        as(ada)
            .body(
                "{\"language\":\"en\",\"digestMinutes\":0,\"types\":{\"ticket.commented\":{\"mail\":true}}}")
            .put(PATH),
        400,
        "FIELD_REQUIRED");
  }

  @Test
  void whatIsSwitchedOffDoesNotCome() {
    Story story = new Story().begin();
    as(story.ada).body(muted("ticket.commented", false, true)).put(PATH).then().statusCode(200);
    as(story.carl).body(muted("ticket.commented", true, false)).put(PATH).then().statusCode(200);
    story.tell(story.commentBy(story.bob, "hello", story.ada, story.carl));

    Mails.waitFor(story.carl.email, 1);
    as(story.ada).get("/api/v1/notifications").then().body("items", hasSize(1));
    as(story.carl).get("/api/v1/notifications").then().body("items", hasSize(0));
    assertThat(Mails.idsTo(story.ada.email)).isEmpty();
  }

  @Test
  void aMentionStillComesToWhoDoesNotWantComments() {
    Story story = new Story().begin();
    as(story.ada).body(muted("ticket.commented", false, true)).put(PATH).then().statusCode(200);
    story.tell(
        story.comment(story.bob, "@ada", "public", Story.ids(story.ada), story.ada, story.bob));

    assertThat(Mails.textTo(story.ada.email)).contains("Bob mentioned you:");
  }

  @Nested
  class UnsubscribeLink {
    @Test
    void openingItAsksAndOneClickEndsMailOfThatType() {
      Story story = new Story().begin();
      story.tell(story.commentBy(story.bob, "hello", story.ada));
      String link = link(story.ada);

      given().get(link).then().statusCode(200).contentType("text/html");
      as(story.ada).get(PATH).then().body("types.'ticket.commented'.mail", equalTo(true));
      given()
          .contentType("application/x-www-form-urlencoded")
          .body("List-Unsubscribe=One-Click")
          .post(link)
          .then()
          .statusCode(200);
      as(story.ada)
          .get(PATH)
          .then()
          .body("types.'ticket.commented'.mail", equalTo(false))
          .body("types.'ticket.commented'.inApp", equalTo(true))
          .body("types.'ticket.assigned'.mail", equalTo(true))
          .body("version", equalTo(1));
      given().post(link).then().statusCode(200);
      as(story.ada).get(PATH).then().body("version", equalTo(1));
    }

    @Test
    void theOtherButtonEndsAllMailAboutTickets() {
      Story story = new Story().begin();
      story.tell(story.commentBy(story.bob, "hello", story.ada));

      given().post(link(story.ada) + "?scope=all").then().statusCode(200);
      Map<String, Map<String, Boolean>> types = as(story.ada).get(PATH).jsonPath().getMap("types");
      assertThat(types.values())
          .allSatisfy(
              channels ->
                  assertThat(channels).containsEntry("mail", false).containsEntry("inApp", true));
    }

    @Test
    void aLinkThatWeDidNotMakeIsNotThere() {
      Story story = new Story().begin();
      story.tell(story.commentBy(story.bob, "hello", story.ada));
      String link = link(story.ada);

      for (String forged :
          new String[] {
            link + "A", link.substring(0, link.length() - 2), "/api/v1/unsubscribe/x"
          }) {
        Problems.assertProblem(given().get(forged), 404, "NOT_FOUND");
        Problems.assertProblem(given().post(forged), 404, "NOT_FOUND");
      }
      Problems.assertProblem(
          given().post(link + "?scope=world"), 400, "VALIDATION_FAILED", "scope");
      as(story.ada).get(PATH).then().body("version", equalTo(0));
    }

    private String link(Person person) {
      String mail = Mails.waitFor(person.email, 1).get(0);
      String header = Mails.headers(mail).getString("'List-Unsubscribe'");
      return header.replaceAll("(?s).*<https?://[^/]*(/api/v1/unsubscribe/[^>]*)>.*", "$1");
    }
  }

  private static String wish(String language, int digest) {
    return "{\"language\":\"%s\",\"digestMinutes\":%d,\"types\":{}}".formatted(language, digest);
  }

  private static String muted(String type, boolean mail, boolean inApp) {
    return "{\"language\":\"en\",\"digestMinutes\":0,\"types\":{\"%s\":{\"mail\":%b,\"inApp\":%b}}}"
        .formatted(type, mail, inApp);
  }

  private static RequestSpecification as(Person person) {
    return given().contentType(ContentType.JSON).auth().oauth2(person.token());
  }
}
