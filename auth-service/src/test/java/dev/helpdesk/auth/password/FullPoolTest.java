package dev.helpdesk.auth.password;

import static dev.helpdesk.test.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.helpdesk.auth.Api;
import dev.helpdesk.auth.AuthTest;
import dev.helpdesk.auth.Database;
import dev.helpdesk.auth.Installation;
import dev.helpdesk.auth.Parallel;
import dev.helpdesk.auth.Person;
import dev.helpdesk.kit.idempotency.Fingerprint;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Installation.class)
class FullPoolTest extends AuthTest {
  private final String nobody = Person.newEmail();

  @Test
  void whoFindsNoRoomIsToldToComeBackAndNotCounted() {
    List<Response> answers =
        Parallel.times(40, i -> Person.trySignIn(Api.address(), nobody, "Wrong-1843"));
    List<Response> refused = answers.stream().filter(answer -> answer.statusCode() != 401).toList();
    assertThat(refused).isNotEmpty().hasSizeLessThan(40);
    for (Response answer : refused) {
      assertProblem(answer, 503, "SERVICE_UNAVAILABLE");
      assertThat(answer.header("Retry-After")).matches("[1-9]\\d*");
    }
    assertThat(
            Database.rows(
                "SELECT 1 FROM sign_in_failure WHERE login = $1", "name:" + Fingerprint.of(nobody)))
        .hasSize(40 - refused.size());
  }

  @Test
  void whatNeedsNoHashGoesOnMeanwhile() {
    Person admin = Installation.admin();
    List<Integer> statuses =
        Parallel.times(
            40,
            i ->
                i % 2 == 0
                    ? Person.trySignIn(Api.address(), nobody, "Wrong-1843").statusCode()
                    : Api.as(admin).get("/api/v1/users/me").statusCode());
    assertThat(statuses.stream().filter(status -> status == 200)).hasSize(20);
    Installation.admin();
  }
}
