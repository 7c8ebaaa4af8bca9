package dev.helpdesk.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.helpdesk.test.HelpdeskResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Each change leaves its event, in order, on the broker. */
@QuarkusTest
@QuarkusTestResource(HelpdeskResource.class)
class EventsTest {
  @Test
  void aTicketTellsItsWholeLife() {
    Someone owner = Someone.user();
    Someone user = Someone.user();
    String space = Desk.space(owner);
    String key = Desk.ticket(user, space);
    String id = user.get("/tickets/" + key).path("id");
    owner.patch(
        "/tickets/" + key,
        Map.of("title", "t", "assignee", owner.email(), "status", "in_progress"));
    String comment = user.post("/tickets/" + key + "/comments", Map.of("body", "b")).path("id");
    user.patch("/tickets/" + key + "/comments/" + comment, Map.of("body", "c"));
    user.delete("/tickets/" + key + "/comments/" + comment);
    owner.post("/tickets/" + key + "/comments", Map.of("body", "i", "visibility", "internal"));
    owner.delete("/tickets/" + key);
    owner.request().post("/api/v1/tickets/" + key + "/restore");

    List<JsonNode> events = Desk.events(id, 10);
    assertThat(events)
        .extracting(event -> event.path("type").asText().replaceAll(".*ticket\\.|\\.v1", ""))
        .containsExactly(
            "created",
            "updated",
            "assigned",
            "status-changed",
            "commented",
            "comment-edited",
            "comment-deleted",
            "commented",
            "deleted",
            "restored");
    assertThat(events)
        .allSatisfy(
            event -> {
              assertThat(event.path("specversion").asText()).isEqualTo("1.0");
              assertThat(event.path("subject").asText()).isEqualTo(id);
              assertThat(event.at("/data/ticket/ticketId").asText()).isEqualTo(key);
            });
    assertThat(ids(events.get(0).at("/data/staff"))).containsExactly(owner.id().toString());
    assertThat(ids(events.get(0).at("/data/watchers"))).containsExactly(user.id().toString());
    assertThat(ids(events.get(4).at("/data/watchers")))
        .containsExactlyInAnyOrder(user.id().toString(), owner.id().toString());
    assertThat(ids(events.get(7).at("/data/watchers"))).containsExactly(owner.id().toString());
    assertThat(events.get(3).at("/data/from").asText()).isEqualTo("open");
  }

  @Test
  void aSpaceTellsOfItselfAndItsMembers() {
    Someone owner = Someone.user();
    Someone member = Someone.user();
    String space = Desk.space(owner);
    String id = owner.get("/spaces/" + space).path("id");
    Desk.member(owner, space, member, "owner");
    owner.patch("/spaces/" + space, Map.of("name", "Other"));
    owner.delete("/spaces/" + space + "/members/" + owner.id());
    member.delete("/spaces/" + space);
    assertThat(Desk.events(id, 6))
        .extracting(event -> event.path("type").asText())
        .containsExactly(
            "helpdesk.space.created.v1",
            "helpdesk.space.member-set.v1",
            "helpdesk.space.updated.v1",
            "helpdesk.space.updated.v1",
            "helpdesk.space.member-removed.v1",
            "helpdesk.space.deleted.v1");
  }

  private static List<String> ids(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
