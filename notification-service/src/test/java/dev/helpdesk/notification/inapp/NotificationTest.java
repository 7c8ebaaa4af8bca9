package dev.helpdesk.notification.inapp;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.helpdesk.contracts.ticket.SpaceMemberRemoved;
import dev.helpdesk.contracts.ticket.SpaceMemberSet;
import dev.helpdesk.contracts.ticket.SpaceUpdated;
import dev.helpdesk.contracts.ticket.TicketDeleted;
import dev.helpdesk.contracts.ticket.TicketRestored;
import dev.helpdesk.contracts.user.Role;
import dev.helpdesk.contracts.user.UserUpdated;
import dev.helpdesk.notification.Story;
import dev.helpdesk.notification.Story.Person;
import dev.helpdesk.test.HelpdeskResource;
import dev.helpdesk.test.Problems;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(HelpdeskResource.class)
class NotificationTest {
  private static final String ALL = "/api/v1/notifications";

  @Test
  void aNotificationTellsWhatHappenedToWhatAndWhoDidIt() {
    Story story = new Story().begin();
    story.tell(story.commentBy(story.bob, "Is it still burning?", story.ada, story.bob));

    awaitCount(story.ada, 1);
    as(story.ada)
        .get(ALL)
        .then()
        .statusCode(200)
        .body("items[0].type", equalTo("ticket.commented"))
        .body("items[0].ticketId", equalTo(story.key))
        .body("items[0].title", equalTo(story.title))
        .body("items[0].text", equalTo("Is it still burning?"))
        .body("items[0].actor.name", equalTo("Bob"))
        .body("items[0].read", equalTo(false))
        .body("items[0].readAt", nullValue());
  }

  @Test
  void aListIsPagedInAllThreeWaysAndTellsOnlyTheReaders() {
    Story story = new Story().begin();
    for (int i = 0; i < 5; i++) {
      story.tell(story.commentBy(story.bob, "comment " + i, story.ada, story.bob));
    }
    awaitCount(story.ada, 5);

    Response first = as(story.ada).queryParam("limit", 2).get(ALL);
    first.then().body("items.text", contains("comment 4", "comment 3")).body("pages", equalTo(3));
    assertThat(first.header("Link")).contains("rel=\"next\"", "rel=\"last\"");
    List<String> walked = new ArrayList<>(first.jsonPath().getList("items.text"));
    String cursor = first.path("nextCursor");
    while (cursor != null) {
      Response page = as(story.ada).queryParam("limit", 2).queryParam("cursor", cursor).get(ALL);
      walked.addAll(page.jsonPath().getList("items.text"));
      cursor = page.path("nextCursor");
    }
    assertThat(walked)
        .containsExactly("comment 4", "comment 3", "comment 2", "comment 1", "comment 0");
    as(story.ada)
        .queryParam("limit", 2)
        .queryParam("offset", 4)
        .get(ALL)
        .then()
        .body("items.text", contains("comment 0"));
    as(story.bob).get(ALL).then().body("total", equalTo(0));
  }

  @Test
  void readIsRead() {
    Story story = new Story().begin();
    story.tell(story.commentBy(story.bob, "one", story.ada));
    story.tell(story.commentBy(story.bob, "two", story.ada));
    awaitCount(story.ada, 2);
    String id = as(story.ada).get(ALL).path("items[0].id");

    as(story.ada)
        .patch(ALL + "/" + id + "/read")
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("read", equalTo(true))
        .body("readAt", notNullValue());
    as(story.ada).patch(ALL + "/" + id + "/read").then().statusCode(200);
    assertThat(unread(story.ada)).containsExactly("one");
    as(story.ada).post(ALL + "/read-all").then().statusCode(204);
    assertThat(unread(story.ada)).isEmpty();
    as(story.ada).queryParam("unread", false).get(ALL).then().body("total", equalTo(2));
  }

  @Test
  void aStaleVersionAndSomebodyElsesNotificationAreRefused() {
    Story story = new Story().begin();
    story.tell(story.commentBy(story.bob, "one", story.ada));
    awaitCount(story.ada, 1);
    String path = ALL + "/" + as(story.ada).get(ALL).path("items[0].id") + "/read";

    Problems.assertProblem(
        as(story.ada).header("If-Match", "\"7\"").patch(path), 412, "OPTIMISTIC_LOCK");
    Problems.assertProblem(as(story.bob).patch(path), 404, "NOT_FOUND");
    Problems.assertProblem(
        as(story.ada).patch(ALL + "/" + UUID.randomUUID() + "/read"), 404, "NOT_FOUND");
    Problems.assertProblem(as(story.ada).patch(ALL + "/nonsense/read"), 404, "NOT_FOUND");
    Problems.assertProblem(
        as(story.ada).queryParam("unread", "maybe").get(ALL), 400, "VALIDATION_FAILED", "unread");
    assertThat(unread(story.ada)).containsExactly("one");
  }

  @Test
  void whatOneMayNotSeeAnyMoreIsInNoListAndNoCount() {
    Story story = new Story().begin("private");
    story.tell(member(story, story.ada));
    story.tell(story.commentBy(story.bob, "secret", story.ada));
    awaitCount(story.ada, 1);
    String id = as(story.ada).get(ALL).path("items[0].id");

    story.tell(new SpaceMemberRemoved(story.space, "T", story.ada.id, story.olga.id));
    awaitCount(story.ada, 0);
    Problems.assertProblem(as(story.ada).patch(ALL + "/" + id + "/read"), 404, "NOT_FOUND");
    story.tell(member(story, story.ada));
    awaitCount(story.ada, 1);
  }

  @Test
  void aSpaceThatBecomesPrivateHidesItsTickets() {
    Story story = new Story().begin();
    story.tell(story.commentBy(story.bob, "for all", story.ada, story.olga));
    awaitCount(story.ada, 1);

    story.tell(new SpaceUpdated(story.state("private", 1), story.olga.id));
    awaitCount(story.ada, 0);
    awaitCount(story.olga, 1);
  }

  @Test
  void aDeletedTicketIsHiddenUntilItIsRestored() {
    Story story = new Story().begin();
    story.filed();
    awaitCount(story.ada, 1);

    story.tell(new TicketDeleted(story.at("open", null, 1), story.olga.id, List.of()));
    awaitCount(story.ada, 0);
    story.tell(new TicketRestored(story.at("open", null, 2), story.olga.id, List.of()));
    awaitCount(story.ada, 1);
  }

  @Test
  void whoIsNoAgentAnyMoreSeesNoInternalComment() {
    Story story = new Story().begin();
    story.tell(story.comment(story.olga, "psst", "internal", List.of(), story.bob, story.olga));
    awaitCount(story.bob, 1);

    Person demoted = story.bob;
    story.tell(
        new UserUpdated(
            new dev.helpdesk.contracts.user.UserState(
                demoted.id,
                "Bob",
                "bob",
                demoted.email,
                Role.USER,
                null,
                "en",
                true,
                1,
                Instant.now(),
                Instant.now())));
    awaitCount(story.bob, 0);
  }

  private static SpaceMemberSet member(Story story, Person person) {
    return new SpaceMemberSet(story.space, "T", person.id, "member", story.olga.id);
  }

  private static void awaitCount(Person person, @Nullable Integer count) {
    await()
        .untilAsserted(
            () -> as(person).get(ALL).then().statusCode(200).body("total", equalTo(count)));
  }

  private static List<String> unread(Person person) {
    return as(person).queryParam("unread", true).get(ALL).jsonPath().getList("items.text");
  }

  private static RequestSpecification as(Person person) {
    return given().auth().oauth2(person.token());
  }
}
