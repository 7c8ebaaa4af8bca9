package dev.helpdesk.ticketing.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.helpdesk.test.HelpdeskResource;
import dev.helpdesk.test.Problems;
import dev.helpdesk.ticketing.Desk;
import dev.helpdesk.ticketing.Someone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(HelpdeskResource.class)
class SpaceAdministrationTest {
  private Someone owner;
  private String space;

  @BeforeEach
  void openASpace() {
    owner = Someone.user();
    space = Desk.space(owner);
  }

  @Test
  void anOwnerChangesWhatIsGivenAndTheKeyStays() {
    owner
        .patch("/spaces/" + space, Map.of("name", "Quite Another", "publicIntake", true))
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("name", equalTo("Quite Another"))
        .body("publicIntake", equalTo(true))
        .body("spaceKey", equalTo(space));
    owner
        .patch("/spaces/" + space, Map.of("name", "Quite Another"))
        .then()
        .statusCode(200)
        .body("version", equalTo(1));
    Problems.assertProblem(
        owner.patch("/spaces/" + space, Map.of("spaceKey", "NEW")),
        400,
        "MALFORMED_REQUEST",
        "spaceKey");
    Problems.assertProblem(
        owner.patch("/spaces/" + space, "{\"name\":null}"), 400, "FIELD_REQUIRED", "name");
  }

  @Test
  void othersMayNot() {
    Someone agent = Someone.agent();
    Desk.member(owner, space, agent, "agent");
    Problems.assertProblem(agent.patch("/spaces/" + space, Map.of("name", "x")), 403, "FORBIDDEN");
    Problems.assertProblem(agent.delete("/spaces/" + space), 403, "FORBIDDEN");
    Problems.assertProblem(
        agent.put("/spaces/" + space + "/members/" + agent.id(), Map.of("role", "owner")),
        403,
        "FORBIDDEN");
    Someone.admin().patch("/spaces/" + space, Map.of("name", "x")).then().statusCode(200);
  }

  @Test
  void aStaleVersionIsRefused() {
    owner.patch("/spaces/" + space, Map.of("name", "x")).then().statusCode(200);
    Response stale =
        owner
            .sending(Map.of("name", "y"))
            .header("If-Match", "\"0\"")
            .patch("/api/v1/spaces/" + space);
    Problems.assertProblem(stale, 412, "OPTIMISTIC_LOCK");
    Problems.assertProblem(
        owner.patch("/spaces/" + space, Map.of("name", "y", "version", 0)), 409, "OPTIMISTIC_LOCK");
    owner
        .request()
        .header("If-Match", "0")
        .delete("/api/v1/spaces/" + space)
        .then()
        .statusCode(412);
    owner
        .request()
        .header("If-Match", "*")
        .delete("/api/v1/spaces/" + space)
        .then()
        .statusCode(204);
    Problems.assertProblem(owner.get("/spaces/" + space), 404, "NOT_FOUND");
  }

  @Test
  void membersComeChangeAndGo() {
    Someone member = Someone.user();
    String path = "/spaces/" + space + "/members";
    Problems.assertProblem(
        owner.put(path + "/" + UUID.randomUUID(), Map.of("role", "agent")), 404, "NOT_FOUND");
    Desk.member(owner, space, member, "member");
    Desk.member(owner, space, member, "agent");
    owner
        .get(path)
        .then()
        .body("total", equalTo(2))
        .body("items.userId", hasItem(member.id().toString()))
        .body("items.role", hasItem("agent"))
        .body("items.email", hasItem(member.email()));
    owner.delete(path + "/" + member.id()).then().statusCode(204);
    Problems.assertProblem(owner.delete(path + "/" + member.id()), 404, "NOT_FOUND");
    Problems.assertProblem(
        owner.put(path + "/" + member.id(), Map.of("role", "king")),
        400,
        "VALIDATION_FAILED",
        "role");
  }

  @Test
  void theLastOwnerStays() {
    String path = "/spaces/" + space + "/members/";
    Problems.assertProblem(owner.delete(path + owner.id()), 409, "CONFLICT");
    Problems.assertProblem(owner.put(path + owner.id(), Map.of("role", "member")), 409, "CONFLICT");
    Someone heir = Someone.user();
    Desk.member(owner, space, heir, "owner");
    owner.delete(path + owner.id()).then().statusCode(204);
    assertThat(heir.get("/spaces/" + space).<String>path("ownerId"))
        .isEqualTo(heir.id().toString());
  }

  @Test
  void aPrivateSpaceOpensToItsMembers() {
    String hidden = Desk.space(owner, "private");
    Someone member = Someone.user();
    Problems.assertProblem(member.get("/spaces/" + hidden), 404, "NOT_FOUND");
    Problems.assertProblem(Desk.file(member, hidden, Map.of()), 404, "NOT_FOUND");
    Desk.member(owner, hidden, member, "member");
    member.get("/spaces/" + hidden).then().statusCode(200);
    assertThat(Desk.ticket(member, hidden)).isEqualTo(hidden + "-1");
    owner.delete("/spaces/" + hidden + "/members/" + member.id()).then().statusCode(204);
    Problems.assertProblem(member.get("/tickets/" + hidden + "-1"), 404, "NOT_FOUND");
  }
}
