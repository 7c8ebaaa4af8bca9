package dev.helpdesk.auth.token;

import static dev.helpdesk.test.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.helpdesk.auth.Api;
import dev.helpdesk.auth.AuthTest;
import dev.helpdesk.auth.Database;
import dev.helpdesk.auth.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class KeysTest extends AuthTest {
  @Test
  void aNewKeyIsKnownBeforeItSignsAndTheOldOneAfter() {
    Person before = Person.user();
    String old = TokenHeader.kidOf(before.token());
    Response rotated = Api.as(Person.demoAdmin()).post("/api/v1/keys/rotate");
    rotated.then().statusCode(200);
    String fresh = rotated.path("kid");
    assertThat(published()).contains(old, fresh);
    assertThat(TokenHeader.kidOf(Person.user().token())).isEqualTo(old);
    assertProblem(Api.as(Person.demoAdmin()).post("/api/v1/keys/rotate"), 409, "CONFLICT");

    Database.run("UPDATE signing_key SET signs_from = now() WHERE kid = $1", fresh);
    Person after = Person.user();
    assertThat(TokenHeader.kidOf(after.token())).isEqualTo(fresh);
    for (Person person : List.of(before, after)) {
      Api.as(person).get("/api/v1/users/me").then().statusCode(200);
    }
    Response list = Api.as(Person.demoAdmin()).get("/api/v1/keys");
    assertThat(list.jsonPath().getList("items.state")).startsWith("current", "previous");
    assertThat(list.asString()).doesNotContain("PRIVATE");
  }

  @Test
  void publishesNothingSecret() {
    Response jwks = Api.anyone().get("/.well-known/jwks.json");
    assertThat(jwks.jsonPath().getMap("keys[0]").keySet())
        .containsExactlyInAnyOrder("kty", "use", "alg", "kid", "n", "e");
  }

  private static List<String> published() {
    return Api.anyone().get("/.well-known/jwks.json").jsonPath().getList("keys.kid");
  }
}
