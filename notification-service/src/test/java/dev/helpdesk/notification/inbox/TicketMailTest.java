package dev.helpdesk.notification.inbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import dev.helpdesk.contracts.ticket.TicketStatusChanged;
import dev.helpdesk.contracts.user.UserDeactivated;
import dev.helpdesk.notification.Database;
import dev.helpdesk.notification.Story;
import dev.helpdesk.test.HelpdeskResource;
import dev.helpdesk.test.Mails;
import dev.helpdesk.test.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(HelpdeskResource.class)
class TicketMailTest {
  private static final String ADMIN = Tokens.admin();

  @Test
  void aTicketIsConfirmedToItsRequesterAndShownToStaff() {
    Story story = new Story().begin();
    story.filed();

    String id = Mails.waitFor(story.ada.email, 1).get(0);
    assertThat(Mails.message(id).getString("Subject"))
        .isEqualTo("[" + story.key + "] The printer is on fire");
    assertThat(Mails.message(id).getString("Text"))
        .contains("We have received your ticket.", "It burns.", "/tickets/" + story.key);
    await().untilAsserted(() -> shown(story.olga, "ticket.created"));
    assertThat(Mails.idsTo(story.olga.email)).isEmpty();
  }

  @Test
  void oneMailPerEventAndRecipientHoweverOftenAndHoweverManyReasons() {
    Story story = new Story().begin();
    UUID event = UUID.randomUUID();
    var comment =
        story.comment(
            story.bob, "@ada look", "public", List.of(story.ada.id), story.ada, story.bob);
    for (int i = 0; i < 3; i++) {
      story.tell(event, comment, Instant.now());
    }
    story.tell(story.commentBy(story.bob, "after", story.ada, story.bob));

    Mails.waitFor(story.ada.email, 2);
    await().untilAsserted(() -> assertThat(deliveries(story).getInt("total")).isEqualTo(2));
    assertThat(Mails.idsTo(story.ada.email)).hasSize(2);
    assertThat(Mails.idsTo(story.bob.email)).isEmpty();
    assertThat(deliveries(story).getList("items.type", String.class))
        .containsExactly("ticket.commented", "ticket.mentioned");
  }

  @Test
  void mailOfOneTicketFormsAThread() {
    Story story = new Story().begin();
    story.filed();
    String first = Mails.waitFor(story.ada.email, 1).get(0);
    story.tell(story.commentBy(story.bob, "one", story.ada, story.bob, story.carl));
    Mails.waitFor(story.ada.email, 2);
    story.tell(story.commentBy(story.bob, "two", story.ada, story.bob, story.carl));
    String third = Mails.waitFor(story.ada.email, 3).get(0);
    List<String> carls = Mails.waitFor(story.carl.email, 2);

    String root = Mails.message(first).getString("MessageID");
    assertThat(header(first, "In-Reply-To")).isNull();
    assertThat(header(third, "In-Reply-To")).contains(root);
    assertThat(header(third, "References")).contains(root);
    assertThat(header(carls.get(1), "References")).contains(root);
    assertThat(header(carls.get(0), "In-Reply-To"))
        .contains(Mails.message(carls.get(1)).getString("MessageID"));
    assertThat(header(carls.get(0), "References")).contains(root);
  }

  @Test
  void aMailSaysThatAMachineMadeItAndHowToEndIt() {
    Story story = new Story().begin();
    story.filed();

    String id = Mails.waitFor(story.ada.email, 1).get(0);
    assertThat(header(id, "Auto-Submitted")).contains("auto-generated");
    assertThat(header(id, "List-Unsubscribe")).contains("/api/v1/unsubscribe/");
    assertThat(header(id, "List-Unsubscribe-Post")).contains("List-Unsubscribe=One-Click");
  }

  @Test
  void whatPeopleWriteIsShownAsTheyWroteItAndDoesNothing() {
    Story story =
        new Story("<script>alert(1)</script>\r\nBcc: eve@example.org\r\n\r\nund Ümläute ✓").begin();
    story.tell(
        story.commentBy(
            story.bob, "<img src=x onerror=y> {story} & \"quotes\"", story.ada, story.bob));

    String id = Mails.waitFor(story.ada.email, 1).get(0);
    JsonPath mail = Mails.message(id);
    assertThat(mail.getString("Subject"))
        .isEqualTo(
            "[" + story.key + "] <script>alert(1)</script> Bcc: eve@example.org und Ümläute ✓");
    assertThat(header(id, "Bcc")).isNull();
    assertThat(mail.getString("HTML"))
        .doesNotContain("<script", "<img")
        .contains("&lt;script&gt;", "&lt;img src=x onerror=y&gt; {story} &amp; ")
        .doesNotContainPattern("(src|background)\\s*=\\s*[\"']?http");
    assertThat(mail.getString("Text")).contains("<img src=x onerror=y> {story} & \"quotes\"");
    assertThat(Mails.idsTo("eve@example.org")).isEmpty();
  }

  @Test
  void whoSpeaksGermanIsWrittenToInGerman() {
    Story story = new Story().begin();
    story.tell(
        new TicketStatusChanged(
            story.at("resolved", story.bob, 2),
            story.bob.id,
            "in_progress",
            "resolved",
            Story.ids(story.ada, story.bob, story.carl)));

    assertThat(Mails.textTo(story.carl.email))
        .contains("Bob hat den Status geändert: in Bearbeitung → gelöst");
    assertThat(Mails.textTo(story.ada.email))
        .contains("Bob changed the status: in_progress → resolved");
  }

  @Test
  void whoIsDeactivatedGetsNothing() {
    Story story = new Story().begin();
    story.tell(new UserDeactivated(story.ada.state("en", false, 1)));
    await().untilAsserted(() -> assertThat(isActive(story.ada.id)).isFalse());
    story.tell(story.commentBy(story.bob, "hello", story.ada, story.carl));

    Mails.waitFor(story.carl.email, 1);
    assertThat(Mails.idsTo(story.ada.email)).isEmpty();
    assertThat(deliveries(story).getInt("total")).isZero();
  }

  @Test
  void anEventWaitsForAPersonOfWhomWeHearLater() {
    Story story = new Story().begin();
    Story.Person late = new Story.Person("Late", dev.helpdesk.contracts.user.Role.USER);
    story.tell(story.commentBy(story.bob, "hello", late, story.bob));
    story.tell(new dev.helpdesk.contracts.user.UserRegistered(late.state("de", true, 0)));

    List<String> mails = Mails.waitFor(late.email, 2);
    assertThat(mails)
        .extracting(id -> Mails.message(id).getString("Subject"))
        .containsExactlyInAnyOrder(
            "Willkommen bei Helpdesk", "[" + story.key + "] The printer is on fire");
  }

  @Test
  void oldEventsAreShownButNotMailed() {
    Story story = new Story().begin();
    story.tell(
        UUID.randomUUID(),
        story.commentBy(story.bob, "long ago", story.ada, story.bob),
        Instant.now().minusSeconds(4 * 24 * 3600));

    await().untilAsserted(() -> shown(story.ada, "ticket.commented"));
    assertThat(deliveries(story).getInt("total")).isZero();
  }

  private static String header(String mail, String name) {
    return Mails.headers(mail).getString("'" + name + "'");
  }

  private static void shown(Story.Person person, String type) {
    given()
        .auth()
        .oauth2(person.token())
        .get("/api/v1/notifications")
        .then()
        .statusCode(200)
        .body("items.type", hasItems(equalTo(type)));
  }

  private static JsonPath deliveries(Story story) {
    return given()
        .auth()
        .oauth2(ADMIN)
        .queryParam("recipient", story.ada.email)
        .get("/api/v1/deliveries")
        .jsonPath();
  }

  private static boolean isActive(UUID id) {
    return Database.ask("SELECT active FROM person WHERE id = '" + id + "'").contains("t");
  }
}
