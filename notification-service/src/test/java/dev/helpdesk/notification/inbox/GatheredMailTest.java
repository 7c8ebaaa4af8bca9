package dev.helpdesk.notification.inbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helpdesk.contracts.ticket.ChatMessageSent;
import dev.helpdesk.notification.Database;
import dev.helpdesk.notification.Story;
import dev.helpdesk.test.HelpdeskResource;
import dev.helpdesk.test.Mails;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Mails that wait: for the end of a digest's time, or for somebody to read a chat. */
@QuarkusTest
@QuarkusTestResource(HelpdeskResource.class)
class GatheredMailTest {
  @Test
  void aBurstIsOneMailAtOnceAndOneWithTheRest() {
    Story story = new Story().begin();
    gatherFor(story.ada, 60);
    for (String text : List.of("first", "second", "third")) {
      story.tell(story.commentBy(story.bob, text, story.ada));
    }
    assertThat(Mails.textTo(story.ada.email)).contains("first").doesNotContain("second");
    await().untilAsserted(() -> assertThat(waiting(story)).hasSize(2));
    assertThat(Mails.idsTo(story.ada.email)).hasSize(1);

    anHourLater(story);
    String digest = Mails.waitFor(story.ada.email, 2).get(0);
    assertThat(Mails.message(digest).getString("Text"))
        .contains("second", "third")
        .doesNotContain("first");
    assertThat(Mails.message(digest).getString("Subject"))
        .isEqualTo("[" + story.key + "] " + story.title);
    await().untilAsserted(() -> assertThat(waiting(story)).isEmpty());
    assertThat(Mails.idsTo(story.ada.email)).hasSize(2);
  }

  @Test
  void withoutADigestEachComesByItself() {
    Story story = new Story().begin();
    for (String text : List.of("first", "second", "third")) {
      story.tell(story.commentBy(story.bob, text, story.ada));
    }
    assertThat(Mails.waitFor(story.ada.email, 3)).hasSize(3);
  }

  @Test
  void aChatMessageThatNobodyReadsBecomesOneMailWithTheOthers() {
    Story story = new Story().begin();
    story.tell(chat(story));
    story.tell(chat(story));
    await().untilAsserted(() -> assertThat(unread(story)).hasSize(2));
    assertThat(Mails.idsTo(story.ada.email)).isEmpty();

    tenMinutesLater(story);
    assertThat(Mails.textTo(story.ada.email)).contains("Bob wrote to you in the private chat");
    await().untilAsserted(() -> assertThat(waiting(story)).isEmpty());
    assertThat(Mails.idsTo(story.ada.email)).hasSize(1);
    assertThat(deliveries(story)).containsExactly("sent", "sent");
  }

  @Test
  void aChatMessageThatWasReadBecomesNone() {
    Story story = new Story().begin();
    story.tell(chat(story));
    await().untilAsserted(() -> assertThat(unread(story)).hasSize(1));
    given()
        .auth()
        .oauth2(story.ada.token())
        .post("/api/v1/notifications/read-all")
        .then()
        .statusCode(204);
    tenMinutesLater(story);

    story.tell(chat(story));
    await().untilAsserted(() -> assertThat(unread(story)).hasSize(1));
    tenMinutesLater(story);
    Mails.waitFor(story.ada.email, 1);
    assertThat(deliveries(story)).hasSize(1);
  }

  private static ChatMessageSent chat(Story story) {
    return new ChatMessageSent(
        story.at("open", story.bob, 1),
        UUID.randomUUID(),
        story.bob.ref(),
        story.ada.ref(),
        Instant.now());
  }

  private static void gatherFor(Story.Person person, int minutes) {
    given()
        .contentType(ContentType.JSON)
        .auth()
        .oauth2(person.token())
        .body("{\"language\":\"en\",\"digestMinutes\":%d,\"types\":{}}".formatted(minutes))
        .put("/api/v1/notifications/preferences")
        .then()
        .statusCode(200);
  }

  private static void anHourLater(Story story) {
    Database.change(
        "UPDATE delivery SET next_try_at = next_try_at - interval '1 hour' WHERE status = 'pending'"
            + " AND recipient = '"
            + story.ada.email
            + "'");
  }

  private static void tenMinutesLater(Story story) {
    Database.change(
        "UPDATE notification SET mail_at = mail_at - interval '10 minutes' WHERE user_id = '"
            + story.ada.id
            + "'");
  }

  private static List<String> waiting(Story story) {
    return Database.ask(
        "SELECT id FROM delivery WHERE status = 'pending' AND recipient = '"
            + story.ada.email
            + "'");
  }

  private static List<String> deliveries(Story story) {
    await().atMost(Duration.ofSeconds(20)).until(() -> waiting(story).isEmpty());
    return Database.ask("SELECT status FROM delivery WHERE recipient = '" + story.ada.email + "'");
  }

  private static List<String> unread(Story story) {
    return given()
        .auth()
        .oauth2(story.ada.token())
        .get("/api/v1/notifications?unread=true")
        .jsonPath()
        .getList("items.id");
  }
}
