package dev.helpdesk.ticketing.directory;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.helpdesk.contracts.CloudEvent;
import dev.helpdesk.contracts.Topics;
import dev.helpdesk.contracts.user.UserDeactivated;
import dev.helpdesk.contracts.user.UserEvent;
import dev.helpdesk.contracts.user.UserState;
import dev.helpdesk.contracts.user.UserUpdated;
import dev.helpdesk.kit.outbox.EventJson;
import dev.helpdesk.test.Broker;
import dev.helpdesk.test.HelpdeskResource;
import dev.helpdesk.test.Problems;
import dev.helpdesk.ticketing.Desk;
import dev.helpdesk.ticketing.Someone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(HelpdeskResource.class)
class DirectoryTest {
  private final String name = "name" + UUID.randomUUID().toString().substring(0, 8);
  private Someone person;
  private Someone owner;
  private String space;

  @BeforeEach
  void openASpace() {
    person = Someone.user();
    owner = Someone.user();
    space = Desk.space(owner);
  }

  @Test
  void aPersonIsCalledWhatTheNewestEventSays() {
    tell(new UserUpdated(state(3, "Newest", true)));
    tell(new UserUpdated(state(2, "Older", true)));
    String key = Desk.ticket(person, space);
    await().until(() -> nameOn(key).equals("Newest"));
    tell(new UserUpdated(state(4, "Marker", true)));
    await().until(() -> nameOn(key).equals("Marker"));
  }

  @Test
  void aUsernameNamesAnAssigneeAndAMention() {
    tell(new UserUpdated(state(1, "Known", true)));
    Map<String, Object> fields =
        Map.of(
            "assignee",
            name.toUpperCase(java.util.Locale.ROOT),
            "description",
            "Hi @" + name + ".");
    await().until(() -> Desk.file(owner, space, fields).statusCode() == 201);
  }

  @Test
  void whoIsDeactivatedIsAssignedNothing() {
    tell(new UserDeactivated(state(1, "Gone", false)));
    await()
        .until(
            () -> Desk.file(owner, space, Map.of("assignee", person.email())).statusCode() == 400);
    Problems.assertProblem(
        Desk.file(owner, space, Map.of("assignee", person.email())),
        400,
        "VALIDATION_FAILED",
        "assignee");
  }

  private String nameOn(String key) {
    return owner.get("/tickets/" + key).path("requester.name");
  }

  private UserState state(int version, String called, boolean active) {
    Instant now = Instant.now();
    return new UserState(
        person.id(),
        called,
        name,
        person.email(),
        person.role(),
        null,
        "en",
        active,
        version,
        now,
        now);
  }

  private static void tell(UserEvent event) {
    String id = event.user().id().toString();
    CloudEvent<UserEvent> envelope =
        CloudEvent.of(UUID.randomUUID(), "/helpdesk/test", event.type(), id, Instant.now(), event);
    try {
      Broker.send(Topics.USERS, id, EventJson.MAPPER.writeValueAsString(envelope));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
