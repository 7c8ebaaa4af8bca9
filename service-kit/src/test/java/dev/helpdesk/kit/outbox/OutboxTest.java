package dev.helpdesk.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helpdesk.contracts.Topics;
import dev.helpdesk.kit.sample.Ledger;
import dev.helpdesk.kit.sample.Things;
import dev.helpdesk.test.Broker;
import dev.helpdesk.test.HelpdeskResource;
import dev.helpdesk.test.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The relay polls once a minute here, so what arrives sooner was woken for. */
@QuarkusTest
@QuarkusTestResource(HelpdeskResource.class)
class OutboxTest {
  private static final Duration WELL_BEFORE_THE_POLL = Duration.ofSeconds(20);

  @Inject Ledger ledger;

  private final String token = Tokens.user();
  private final String name = Things.freshName();

  @Test
  void aCommitWakesTheRelay() {
    Things.create(token, name).then().statusCode(201);

    await()
        .atMost(WELL_BEFORE_THE_POLL)
        .untilAsserted(() -> assertThat(ledger.effectsOf(name)).hasSize(1));
  }

  @Test
  void theOuterOfTwoTransactionsWakesTheRelay() {
    String pair = name.substring(0, 30);
    Things.as(token).body(Things.named(pair)).post(Things.PATH + "/pairs").then().statusCode(200);

    await()
        .atMost(WELL_BEFORE_THE_POLL)
        .untilAsserted(
            () -> {
              assertThat(ledger.effectsOf(pair)).hasSize(1);
              assertThat(ledger.effectsOf(pair + "-b")).hasSize(1);
            });
  }

  @Test
  void aPublishedEventLeavesTheOutbox() {
    Things.create(token, name).then().statusCode(201);

    ledger.awaitEffectOf(name);

    await()
        .untilAsserted(
            () ->
                assertThat(ledger.ask("SELECT id FROM outbox WHERE strpos(payload, ?) > 0", name))
                    .isEmpty());
  }

  @Test
  void aRefusedRequestLeavesNoEvent() {
    Things.create(token, name).then().statusCode(201);
    Things.create(token, name).then().statusCode(409);
    Things.as(token).body(Things.named(name)).patch(Things.made(token)).then().statusCode(409);

    String after = Things.freshName();
    Things.create(token, after);
    ledger.awaitEffectOf(after);
    List<?> about = Broker.await(Topics.TICKETS, 1, record -> record.value().contains(name));
    assertThat(about).hasSize(1);
  }
}
