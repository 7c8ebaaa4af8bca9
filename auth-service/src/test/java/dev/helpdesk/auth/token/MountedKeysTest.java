package dev.helpdesk.auth.token;

import static dev.helpdesk.test.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.helpdesk.auth.Api;
import dev.helpdesk.auth.AuthTest;
import dev.helpdesk.auth.Database;
import dev.helpdesk.auth.Installation;
import dev.helpdesk.auth.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Installation.class)
class MountedKeysTest extends AuthTest {
  @Inject TokenSettings settings;

  @Test
  void theNewestSignsAndTheOneBeforeGoesOnToVerify() throws IOException {
    Person before = Installation.admin();
    assertThat(TokenHeader.kidOf(before.token())).isEqualTo("2026-02-b");

    Installation.mount(directory(), "2026-03-c");
    rotate(before);
    Person after = Installation.admin();
    assertThat(TokenHeader.kidOf(after.token())).isEqualTo("2026-03-c");
    for (Person person : new Person[] {before, after}) {
      Api.as(person).get("/api/v1/users/me").then().statusCode(200);
    }
    assertThat(published()).containsExactlyInAnyOrder("2026-03-c", "2026-02-b");
    assertProblem(Api.as(after).post("/api/v1/keys/rotate"), 409, "CONFLICT");

    Path broken = Files.writeString(directory().resolve("2026-05-e.pem"), "no key");
    Response refused = Api.as(after).post("/api/v1/keys/rotate");
    assertProblem(refused, 409, "CONFLICT");
    assertThat(refused.<String>path("detail")).contains("2026-05-e.pem").doesNotContain("no key");
    Files.delete(broken);

    Installation.mount(directory(), "2026-04-d");
    rotate(after);
    assertThat(published()).containsExactlyInAnyOrder("2026-04-d", "2026-03-c");
    assertThat(Database.rows("SELECT 1 FROM signing_key WHERE private_key IS NOT NULL")).isEmpty();
  }

  private static void rotate(Person admin) {
    Api.as(admin).post("/api/v1/keys/rotate").then().statusCode(200);
    Database.run("UPDATE signing_key SET signs_from = now() WHERE signs_from > now()");
  }

  private static List<String> published() {
    return Api.anyone().get("/.well-known/jwks.json").jsonPath().getList("keys.kid");
  }

  private Path directory() {
    return settings.keysDir().orElseThrow();
  }
}
