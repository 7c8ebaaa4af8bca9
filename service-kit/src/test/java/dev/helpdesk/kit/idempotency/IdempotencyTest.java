package dev.helpdesk.kit.idempotency;

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
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(HelpdeskResource.class)
class IdempotencyTest {
  private static final String COUNT = "SELECT id FROM thing WHERE name = ?";

  @Inject Ledger ledger;

  private final String token = Tokens.user();
  private final String key = UUID.randomUUID().toString();
  private final String name = Things.freshName();
  private final String body = Things.named(name);

  @Test
  void aRepeatIsRefusedWithTheOriginal() {
    Response first = post(body);
    Response second = post(body);

    Map<String, Object> problem = Problems.assertProblem(second, 409, "DUPLICATE_REQUEST");
    assertThat(problem).containsEntry("original", first.jsonPath().getMap(""));
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    assertThat(ledger.ask(COUNT, name)).hasSize(1);
  }

  @Test
  void aLenientRepeatIsAnsweredAsTheFirstTime() {
    Response first = post(body);
    Response second =
        keyed(key).header("Prefer", "respond-async, handling=lenient").body(body).post(Things.PATH);

    assertThat(second.statusCode()).isEqualTo(first.statusCode()).isEqualTo(201);
    assertThat(second.asString()).isEqualTo(first.asString());
    for (String header : List.of("Location", "ETag", "Content-Type")) {
      assertThat(second.header(header)).isNotNull().isEqualTo(first.header(header));
    }
    assertThat(first.header("Idempotency-Replayed")).isNull();
    assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
  }

  @Test
  void anotherBodyUnderTheSameKeyIsRefused() {
    post(body);

    Response second = post(Things.named(Things.freshName()));

    Problems.assertProblem(second, 422, "IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void spellingOfTheBodyDoesNotMatter() {
    post("{\"name\":\"%s\",\"rank\":3}".formatted(name));

    Response second = post("{ \"rank\": 3,\n \"due\": null, \"name\": \"%s\" }".formatted(name));

    Problems.assertProblem(second, 409, "DUPLICATE_REQUEST");
  }

  @Test
  void quotesDoNotBelongToTheKey() {
    post(body);

    Response second = keyed("\"" + key + "\"").body(body).post(Things.PATH);

    Problems.assertProblem(second, 409, "DUPLICATE_REQUEST");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\"\"", "k\u00e9y"})
  void aBadKeyIsNamed(String bad) {
    Response answer = keyed(bad).body(body).post(Things.PATH);

    Problems.assertProblem(answer, 400, "VALIDATION_FAILED", "Idempotency-Key");
    assertThat(ledger.ask(COUNT, name)).isEmpty();
  }

  @Test
  void aKeyHasAtMost255Characters() {
    Response tooLong = keyed("k".repeat(256)).body(body).post(Things.PATH);
    Response longest = keyed(key + "k".repeat(255 - key.length())).body(body).post(Things.PATH);

    Problems.assertProblem(tooLong, 400, "VALIDATION_FAILED", "Idempotency-Key");
    assertThat(longest.statusCode()).isEqualTo(201);
  }

  @Test
  void manyAtOnceMakeOneThingAndOneEvent() throws Exception {
    List<Integer> statuses = Together.call(30, () -> post(body).statusCode());

    assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
    assertThat(ledger.ask(COUNT, name)).hasSize(1);
    ledger.awaitEffectOf(name);
    assertThat(ledger.effectsOf(name)).hasSize(1);
  }

  @Test
  void aFailedFirstTryLeavesTheKeyUnused() {
    Things.create(token, name).then().statusCode(201);
    Problems.assertProblem(post(body), 409, "CONFLICT");

    Response second = post(Things.named(Things.freshName()));

    assertThat(second.statusCode()).isEqualTo(201);
  }

  @Test
  void anotherCallersKeyIsAnotherKey() {
    post(body);

    Response other =
        Things.as(Tokens.user())
            .header("Idempotency-Key", key)
            .body(Things.named(Things.freshName()))
            .post(Things.PATH);

    assertThat(other.statusCode()).isEqualTo(201);
  }

  @Test
  void aKeyIsForgottenAfterADay() {
    post(body);
    ledger.change(
        "UPDATE idempotency SET created_at = now() - interval '24 hours 1 second'"
            + " WHERE strpos(answer, ?) > 0",
        name);

    Response second = post(Things.named(Things.freshName()));
    Response third = post(Things.named(Things.freshName()));

    assertThat(second.statusCode()).isEqualTo(201);
    Problems.assertProblem(third, 422, "IDEMPOTENCY_KEY_REUSED");
  }

  private Response post(String body) {
    return keyed(key).body(body).post(Things.PATH);
  }

  private RequestSpecification keyed(String key) {
    return Things.as(token).header("Idempotency-Key", key);
  }
}
