package dev.helpdesk.kit.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helpdesk.kit.sample.Ledger;
import dev.helpdesk.test.HelpdeskResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(HelpdeskResource.class)
class SweepTest {
  @Inject Sweep sweep;
  @Inject Ledger ledger;

  private final String mark = "sweep-" + UUID.randomUUID() + "-";

  @Test
  void answersGoAfterADay() {
    String insert =
        "INSERT INTO idempotency (scope, body, location, answer, created_at)"
            + " VALUES (?, '', '', '', now() - CAST(? AS interval))";
    ledger.change(insert, mark + "old", "25 hours");
    ledger.change(insert, mark + "young", "23 hours");

    sweep();

    assertThat(ledger.ask("SELECT scope FROM idempotency WHERE strpos(scope, ?) = 1", mark))
        .containsExactly(mark + "young");
  }

  @Test
  void eventIdsOutliveEveryTopic() {
    String insert =
        "INSERT INTO inbox (consumer, event_id, received_at)"
            + " VALUES (?, gen_random_uuid(), now() - CAST(? AS interval))";
    ledger.change(insert, mark + "old", "31 days");
    ledger.change(insert, mark + "young", "29 days");

    sweep();

    assertThat(ledger.ask("SELECT consumer FROM inbox WHERE strpos(consumer, ?) = 1", mark))
        .containsExactly(mark + "young");
  }

  @Test
  void countsGoLongAfterTheirWindow() {
    String insert =
        "INSERT INTO rate_limit (key, state, changed_at)"
            + " VALUES (?, '', now() - CAST(? AS interval))";
    ledger.change(insert, mark + "old", "25 hours");
    ledger.change(insert, mark + "young", "23 hours");

    sweep();

    assertThat(ledger.ask("SELECT key FROM rate_limit WHERE strpos(key, ?) = 1", mark))
        .containsExactly(mark + "young");
  }

  private void sweep() {
    sweep.sweep().await().atMost(Duration.ofSeconds(10));
  }
}
