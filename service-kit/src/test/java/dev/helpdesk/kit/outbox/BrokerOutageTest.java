package dev.helpdesk.kit.outbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helpdesk.kit.sample.Ledger;
import dev.helpdesk.kit.sample.Things;
import dev.helpdesk.test.HelpdeskResource;
import dev.helpdesk.test.Outages;
import dev.helpdesk.test.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Without the broker requests go on, and what they told of arrives when it is back. */
@QuarkusTest
@QuarkusTestResource(HelpdeskResource.class)
class BrokerOutageTest {
  private static final String NAMES =
      "SELECT name FROM effect WHERE strpos(name, ?) = 1 ORDER BY number";

  @Inject Ledger ledger;

  private final String token = Tokens.user();
  private final String prefix = Things.freshName().substring(0, 20);

  @Test
  void whatHappenedWithoutTheBrokerArrivesInOrderAndOnce() {
    List<String> names = new ArrayList<>();
    String location = Things.made(token);

    Outages.withoutKafka(
        () -> {
          for (int i = 10; i < 30; i++) {
            names.add(prefix + i);
            rename(location, prefix + i);
          }
          assertReadyAndHonest();
        });

    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() -> assertThat(ledger.ask(NAMES, prefix)).isEqualTo(names));
  }

  private void rename(String location, String name) {
    Things.as(token).body(Things.named(name)).patch(location).then().statusCode(200);
  }

  private static void assertReadyAndHonest() {
    String ready = given().get("/q/health/ready").then().statusCode(200).extract().asString();
    assertThat(ready).contains("events wait in the outbox");
  }
}
