package dev.helpdesk.ticketing.space;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.helpdesk.test.HelpdeskResource;
import dev.helpdesk.test.Problems;
import dev.helpdesk.test.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(HelpdeskResource.class)
class SpaceTest {
  private static final String OWNER = Tokens.user();

  @Test
  void opensASpaceAndReadsItByIdAndByKeyInAnyCase() {
    Response created = create(OWNER, Map.of("name", "Sample App", "description", "For tests"));
    created.then().statusCode(201).header("ETag", "\"0\"").body("visibility", equalTo("internal"));
    String key = created.jsonPath().getString("spaceKey");
    assertThat(key).startsWith("SA");
    for (String ref : new String[] {key, key.toLowerCase(Locale.ROOT), created.path("id")}) {
      assertThat(get(Tokens.user(), ref).jsonPath().getMap(""))
          .isEqualTo(created.jsonPath().getMap(""));
    }
    assertThat(created.header("Location")).endsWith("/api/v1/spaces/" + created.path("id"));
  }

  @Test
  void aPrivateSpaceIsAsGoodAsNotThereForStrangers() {
    String id =
        create(OWNER, Map.of("name", "Secret", "visibility", "private")).jsonPath().getString("id");
    Map<String, Object> hidden = Problems.assertProblem(get(Tokens.agent(), id), 404, "NOT_FOUND");
    Map<String, Object> missing =
        Problems.assertProblem(get(OWNER, UUID.randomUUID().toString()), 404, "NOT_FOUND");
    assertThat(hidden.get("detail")).isEqualTo(missing.get("detail"));
    assertThat(get(OWNER, id).statusCode()).isEqualTo(200);
    assertThat(get(Tokens.admin(), id).statusCode()).isEqualTo(200);
  }

  @Test
  void listsOnlyWhatTheCallerMaySee() {
    String name = "Listed " + UUID.randomUUID();
    create(OWNER, Map.of("name", name + " open"));
    create(OWNER, Map.of("name", name + " closed", "visibility", "private"));
    assertThat(namesLike(OWNER, name)).isEqualTo(2);
    assertThat(namesLike(Tokens.agent(), name)).isEqualTo(1);
    assertThat(namesLike(Tokens.admin(), name)).isEqualTo(2);
  }

  @Test
  void theSameIdempotencyKeyOpensOneSpace() {
    String key = UUID.randomUUID().toString();
    Map<String, String> body = Map.of("name", "Once " + key);
    Response first = create(OWNER, body, key);
    Response second = create(OWNER, body, key);
    assertThat(first.statusCode()).isEqualTo(201);
    Problems.assertProblem(second, 409, "DUPLICATE_REQUEST");
    assertThat(second.jsonPath().getString("original.id")).isEqualTo(first.path("id"));
    assertThat(namesLike(OWNER, "Once " + key)).isEqualTo(1);
  }

  private static int namesLike(String token, String name) {
    return given()
        .auth()
        .oauth2(token)
        .queryParam("search", name)
        .get("/api/v1/spaces")
        .jsonPath()
        .getInt("total");
  }

  private static Response get(String token, String ref) {
    return given().auth().oauth2(token).get("/api/v1/spaces/" + ref);
  }

  private static Response create(String token, Map<String, String> body) {
    return create(token, body, UUID.randomUUID().toString());
  }

  private static Response create(String token, Map<String, String> body, String key) {
    return given()
        .auth()
        .oauth2(token)
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", key)
        .body(body)
        .post("/api/v1/spaces");
  }
}
