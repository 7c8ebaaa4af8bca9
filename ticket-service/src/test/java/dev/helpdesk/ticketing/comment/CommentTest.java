package dev.helpdesk.ticketing.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import dev.helpdesk.test.HelpdeskResource;
import dev.helpdesk.test.Problems;
import dev.helpdesk.ticketing.Desk;
import dev.helpdesk.ticketing.Someone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(HelpdeskResource.class)
class CommentTest {
  private Someone owner;
  private Someone user;
  private Someone agent;
  private String path;
  private String key;

  @BeforeEach
  void fileATicket() {
    owner = Someone.user();
    user = Someone.user();
    agent = Someone.agent();
    key = Desk.ticket(user, Desk.space(owner));
    path = "/tickets/" + key + "/comments";
  }

  @Test
  void isKeptAsWritten() {
    Response made = user.post(path, Map.of("body", "**bold** <b>🚀</b>\n"));
    made.then()
        .statusCode(201)
        .header("ETag", "\"0\"")
        .body("body", equalTo("**bold** <b>🚀</b>\n"))
        .body("visibility", equalTo("public"))
        .body("author.id", equalTo(user.id().toString()));
    assertThat(made.header("Location")).endsWith("/api/v1" + path + "/" + made.path("id"));
    user.get(path + "/" + made.path("id")).then().statusCode(200);
    owner
        .get("/tickets/" + key)
        .then()
        .body("comments.body", contains("**bold** <b>🚀</b>\n"))
        .body("commentCount", equalTo(1))
        .body("version", equalTo(0))
        .body("timeline.action", contains("created", "commented"));
  }

  @Test
  void thatIsInternalIsForThoseWhoWorkHere() {
    Map<String, String> internal = Map.of("body", "secret", "visibility", "internal");
    Problems.assertProblem(user.post(path, internal), 403, "FORBIDDEN", "visibility");
    String id = agent.post(path, internal).path("id");
    for (Someone staff : java.util.List.of(agent, owner, Someone.admin())) {
      staff.get(path + "/" + id).then().statusCode(200);
      staff
          .get("/tickets/" + key)
          .then()
          .body("comments", hasSize(1))
          .body("commentCount", equalTo(1));
      staff.get("/tickets/" + key + "/timeline").then().body("total", equalTo(2));
    }
    Problems.assertProblem(user.get(path + "/" + id), 404, "NOT_FOUND");
    Problems.assertProblem(user.delete(path + "/" + id), 404, "NOT_FOUND");
    user.get(path).then().body("total", equalTo(0));
    user.get("/tickets/" + key)
        .then()
        .body("comments", hasSize(0))
        .body("commentCount", equalTo(0));
    user.get("/tickets/" + key + "/timeline").then().body("total", equalTo(1));
    assertThat(user.get("/tickets?search=secret").asString()).doesNotContain("secret");
  }

  @Test
  void isEditedByItsAuthorAlone() {
    String one = path + "/" + user.post(path, Map.of("body", "first")).path("id");
    Problems.assertProblem(owner.patch(one, Map.of("body", "x")), 403, "FORBIDDEN");
    user.patch(one, Map.of("body", "second"))
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("editedAt", notNullValue());
    Response stale =
        user.sending(Map.of("body", "third")).header("If-Match", "\"0\"").patch("/api/v1" + one);
    Problems.assertProblem(stale, 412, "OPTIMISTIC_LOCK");
    Problems.assertProblem(
        user.patch(one, Map.of("body", "third", "version", 0)), 409, "OPTIMISTIC_LOCK");
  }

  @Test
  void isDeletedByItsAuthorOrAnOwner() {
    String one = path + "/" + user.post(path, Map.of("body", "first")).path("id");
    String two = path + "/" + user.post(path, Map.of("body", "second")).path("id");
    Problems.assertProblem(agent.delete(one), 403, "FORBIDDEN");
    user.delete(one).then().statusCode(204);
    owner.delete(two).then().statusCode(204);
    Problems.assertProblem(user.get(one), 404, "NOT_FOUND");
    user.get("/tickets/" + key)
        .then()
        .body("commentCount", equalTo(0))
        .body("comments", hasSize(0));
  }

  @Test
  void ofTheRequesterMovesAWaitingOrResolvedTicket() {
    Desk.move(owner, key, "in_progress", "waiting");
    owner.post(path, Map.of("body", "ping"));
    user.get("/tickets/" + key).then().body("status", equalTo("waiting"));
    user.post(path, Map.of("body", "pong"));
    user.get("/tickets/" + key)
        .then()
        .body("status", equalTo("in_progress"))
        .body("version", equalTo(3));
    Desk.move(owner, key, "resolved");
    user.post(path, Map.of("body", "not yet"));
    user.get("/tickets/" + key).then().body("status", equalTo("open"));
    owner.get("/tickets/" + key.split("-")[0] + "-1/timeline").then().body("total", equalTo(9));
  }
}
