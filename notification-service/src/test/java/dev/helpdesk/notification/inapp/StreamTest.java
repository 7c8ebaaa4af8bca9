package dev.helpdesk.notification.inapp;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helpdesk.contracts.user.Role;
import dev.helpdesk.notification.Story;
import dev.helpdesk.notification.Story.Person;
import dev.helpdesk.test.HelpdeskResource;
import dev.helpdesk.test.Problems;
import dev.helpdesk.test.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(HelpdeskResource.class)
class StreamTest {
  private static final String PATH = "/api/v1/notifications/stream";

  @Test
  void whatComesIsStreamedToItsReaderAlone() {
    Story story = new Story().begin();
    try (Listener ada = Listener.at(PATH, story.ada.token(), null);
        Listener carl = Listener.at(PATH, story.carl.token(), null)) {
      story.tell(story.commentBy(story.bob, "live", story.ada, story.bob));
      story.tell(story.commentBy(story.bob, "for both", story.ada, story.carl));

      ada.awaitEvents(2);
      assertThat(ada.data()).element(0).asString().contains("\"live\"", story.key);
      assertThat(ada.names()).containsOnly("ticket.commented");
      carl.awaitEvents(1);
      assertThat(carl.data()).hasSize(1).element(0).asString().contains("\"for both\"");
    }
  }

  @Test
  void aReaderWhoComesBackMissesNothingAndGetsNothingTwice() {
    Story story = new Story().begin();
    List<String> seen = new ArrayList<>();
    String last = null;
    for (int round = 0; round < 4; round++) {
      try (Listener ada = Listener.at(PATH, story.ada.token(), last)) {
        int first = round * 5;
        IntStream.range(first, first + 5)
            .forEach(
                i -> story.tell(story.commentBy(story.bob, "n" + i + "!", story.ada, story.bob)));
        // It hangs up somewhere in the middle; the rest comes in the next round.
        ada.awaitEvents(3);
        List<String> ids = ada.ids();
        seen.addAll(ada.data().subList(0, ids.size() - 1));
        last = ids.get(ids.size() - 2);
      }
    }
    try (Listener ada = Listener.at(PATH, story.ada.token(), last)) {
      int missing = 20 - seen.size();
      ada.awaitEvents(missing);
      seen.addAll(ada.data());
    }

    assertThat(seen).hasSize(20);
    IntStream.range(0, 20)
        .forEach(i -> assertThat(seen.get(i)).as("the order").contains("\"n" + i + "!\""));
  }

  @Test
  void aStreamEndsWithItsToken() {
    Person ada = new Person("Ada", Role.USER);
    Instant end = Instant.now().plusSeconds(3);
    String brief =
        Tokens.sign(Tokens.claims(ada.id, ada.email, Role.USER).expiresAt(end.getEpochSecond()));
    try (Listener listener = Listener.at(PATH, brief, null)) {
      await().atMost(Duration.ofSeconds(20)).until(listener::isOver);
      assertThat(Instant.now()).isAfterOrEqualTo(Instant.ofEpochSecond(end.getEpochSecond()));
    }
  }

  @Test
  void aStreamNeedsATokenAndAnIdOfOurs() {
    Problems.assertProblem(given().get(PATH), 401, "TOKEN_INVALID");
    Problems.assertProblem(
        given().auth().oauth2(Tokens.user()).header("Last-Event-ID", "nonsense").get(PATH),
        400,
        "VALIDATION_FAILED",
        "lastEventId");
  }
}
