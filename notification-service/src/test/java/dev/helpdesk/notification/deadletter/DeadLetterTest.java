package dev.helpdesk.notification.deadletter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.notNullValue;

import dev.helpdesk.contracts.Topics;
import dev.helpdesk.notification.Database;
import dev.helpdesk.notification.Story;
import dev.helpdesk.test.Broker;
import dev.helpdesk.test.HelpdeskResource;
import dev.helpdesk.test.Mails;
import dev.helpdesk.test.Problems;
import dev.helpdesk.test.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(HelpdeskResource.class)
class DeadLetterTest {
  private static final String PATH = "/api/v1/deliveries/dead-letters";
  private static final String ADMIN = Tokens.admin();
  private final String mark = UUID.randomUUID().toString();

  @Test
  void anEventThatCannotBeHandledIsListedAndTheOthersOfItsPartitionGoOn() {
    Story story = new Story().begin();
    Broker.send(Topics.TICKETS, story.ticket.toString(), poison(story));
    story.tell(story.commentBy(story.bob, "goes on", story.ada));

    Mails.waitFor(story.ada.email, 1);
    String id = idOf(mark);
    as().queryParam("replayed", false)
        .queryParam("limit", 100)
        .get(PATH)
        .then()
        .statusCode(200)
        .body("items.find { it.id == '" + id + "' }.topic", notNullValue())
        .body("items.find { it.id == '" + id + "' }.reason", notNullValue());
  }

  @Test
  void aReplayedEventHasItsEffectOnceItsCauseIsMended() {
    Story story = new Story().begin();
    String json = poison(story);
    Broker.send(Topics.TICKETS, story.ticket.toString(), json);
    String id = idOf(mark);
    // The cause is mended: what could not be read can be now.
    Database.change(
        "UPDATE dead_letter SET value = replace(value, '\"nonsense\"', '[]') WHERE id = '"
            + id
            + "'");

    for (int i = 0; i < 2; i++) {
      as().post(PATH + "/" + id + "/replay")
          .then()
          .statusCode(200)
          .body("replayedAt", notNullValue());
    }
    Mails.waitFor(story.ada.email, 1);
    story.tell(story.commentBy(story.bob, "after", story.ada));
    Mails.waitFor(story.ada.email, 2);
    assertThat(Mails.idsTo(story.ada.email)).hasSize(2);
  }

  @Test
  void secretsAreNotKept() {
    Broker.send(Topics.OTPS, mark, "{\"code\":\"123456\", " + mark);

    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> !Database.ask("SELECT 1 FROM dead_letter WHERE key = '" + mark + "'").isEmpty());
    assertThat(Database.ask("SELECT value FROM dead_letter WHERE key = '" + mark + "'"))
        .containsOnlyNulls();
    String id = Database.ask("SELECT id FROM dead_letter WHERE key = '" + mark + "'").get(0);
    Problems.assertProblem(as().post(PATH + "/" + id + "/replay"), 409, "CONFLICT");
  }

  /** A comment whose list of watchers is a text. */
  private String poison(Story story) {
    return """
        {"specversion":"1.0","id":"%s","source":"/helpdesk/test","type":"helpdesk.ticket.commented.v1",\
        "subject":"%s","time":"%s","datacontenttype":"application/json","data":{"ticket":{"id":"%s",\
        "ticketId":"%s","spaceId":"%s","spaceKey":"T","title":"%s","requester":{"id":"%s","name":"Ada",\
        "email":"%s"}},"actorId":"%s","comment":{"id":"%s","author":{"id":"%s","name":"Bob","email":"b@b"},\
        "body":"%s","visibility":"public","version":0,"createdAt":"2026-01-01T00:00:00Z"},\
        "watchers":["%s"],"mentioned":"nonsense"}}"""
        .formatted(
            UUID.randomUUID(),
            story.ticket,
            java.time.Instant.now(),
            story.ticket,
            story.key,
            story.space,
            story.title,
            story.ada.id,
            story.ada.email,
            story.bob.id,
            UUID.randomUUID(),
            story.bob.id,
            mark,
            story.ada.id);
  }

  private static String idOf(String text) {
    String sql = "SELECT id FROM dead_letter WHERE value LIKE '%" + text + "%'";
    await().atMost(Duration.ofSeconds(30)).until(() -> !Database.ask(sql).isEmpty());
    List<String> ids = Database.ask(sql);
    assertThat(ids).hasSize(1);
    return ids.get(0);
  }

  private static RequestSpecification as() {
    return given().auth().oauth2(ADMIN);
  }
}
