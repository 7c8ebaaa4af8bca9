package dev.helpdesk.kit.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helpdesk.kit.sample.Ledger;
import dev.helpdesk.kit.sample.Things;
import dev.helpdesk.kit.sample.Together;
import dev.helpdesk.test.HelpdeskResource;
import dev.helpdesk.test.Problems;
import dev.helpdesk.test.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(HelpdeskResource.class)
class RateLimitTest {
  private static final AtomicInteger NEXT = new AtomicInteger(1);
  private static final int LIMIT = 100;

  @Inject Ledger ledger;

  private final String address = "198.51.100." + NEXT.getAndIncrement();

  @Test
  void theHundredAndFirstIsRefused() {
    for (int left = LIMIT - 1; left >= 0; left--) {
      Response answer = get(address);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.header("X-RateLimit-Remaining")).isEqualTo(Integer.toString(left));
    }

    Response refused = get(address);
    Problems.assertProblem(refused, 429, "RATE_LIMITED");
    assertThat(refused.header("X-RateLimit-Limit")).isEqualTo("100");
    assertThat(refused.header("X-RateLimit-Remaining")).isEqualTo("0");
    assertThat(secondsUntil(refused.header("X-RateLimit-Reset"))).isBetween(1L, 901L);
    assertThat(Long.parseLong(refused.header("Retry-After"))).isBetween(1L, 900L);
  }

  @Test
  void anotherAddressIsCountedApart() {
    for (int i = 0; i < 3; i++) {
      get(address);
    }

    assertThat(get(address + "9").header("X-RateLimit-Remaining")).isEqualTo("99");
  }

  @Test
  void whatTheClientWroteIntoTheHeaderDoesNotCount() {
    get("192.0.2.1, " + address);
    get("192.0.2.2, " + address);

    assertThat(get(address).header("X-RateLimit-Remaining")).isEqualTo("97");
  }

  @Test
  void trustedHopsAreLookedThrough() {
    get(address);

    assertThat(get(address + ", 127.0.0.1").header("X-RateLimit-Remaining")).isEqualTo("98");
  }

  @Test
  void exactlyTheLimitPassesOfAnyNumberAtOnce() throws Exception {
    List<Integer> statuses = Together.call(150, () -> get(address).statusCode());

    assertThat(statuses).containsOnly(200, 429);
    assertThat(Collections.frequency(statuses, 200)).isEqualTo(LIMIT);
  }

  @Test
  void aMalformedRequestIsCountedAndTold() {
    Response answer = Things.from(address).get(Things.PATH + "/public?nonsense=1");

    Problems.assertProblem(answer, 400, "UNKNOWN_PARAMETER");
    assertThat(answer.header("X-RateLimit-Remaining")).isEqualTo("99");
  }

  @Test
  void usersHaveAFarHigherLimitOfTheirOwn() {
    String token = Tokens.user();
    Things.as(token).get(Things.PATH);

    Response answer = Things.as(token).body("{").post(Things.PATH);

    Problems.assertProblem(answer, 400, "MALFORMED_REQUEST");
    assertThat(answer.header("X-RateLimit-Limit")).isEqualTo("100000");
    assertThat(answer.header("X-RateLimit-Remaining")).isEqualTo("99998");
    assertThat(secondsUntil(answer.header("X-RateLimit-Reset"))).isBetween(1L, 901L);
  }

  @Test
  void whoMerelyWatchesIsNotCounted() {
    Response answer = Things.from(address).get("/health");

    assertThat(answer.header("X-RateLimit-Limit")).isNull();
    assertThat(ledger.ask("SELECT key FROM rate_limit WHERE strpos(key, ?) > 0", address))
        .isEmpty();
  }

  private static Response get(String forwardedFor) {
    return Things.from(forwardedFor).get(Things.PATH + "/public");
  }

  private static long secondsUntil(String reset) {
    return Long.parseLong(reset) - Instant.now().getEpochSecond();
  }
}
