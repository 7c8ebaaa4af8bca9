package dev.helpdesk.auth;

import static dev.helpdesk.test.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RateLimitTest extends AuthTest {
  @Test
  void anAddressHasAHundredRequestsInAQuarterOfAnHour() {
    String address = Api.address();
    for (int left = 99; left >= 0; left--) {
      Response answer = Person.trySignIn(address, "nobody" + left, "x");
      assertThat(answer.header("X-RateLimit-Limit")).isEqualTo("100");
      assertThat(answer.header("X-RateLimit-Remaining")).isEqualTo(Integer.toString(left));
    }
    Response over = Person.trySignIn(address, "nobody", "x");
    assertProblem(over, 429, "RATE_LIMITED");
    assertThat(Integer.parseInt(over.header("Retry-After"))).isBetween(1, 900);
    assertThat(over.header("X-RateLimit-Reset")).matches("\\d{10}");
  }
}
