package dev.helpdesk.kit.operation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helpdesk.test.HelpdeskResource;
import dev.helpdesk.test.Outages;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(HelpdeskResource.class)
class OperationTest {
  @ParameterizedTest
  @ValueSource(strings = {"live", "ready", "started"})
  void allProbesAreUp(String probe) {
    Response answer = given().get("/q/health/" + probe);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.jsonPath().getString("status")).isEqualTo("UP");
  }

  @Test
  void withoutTheDatabaseTheServiceLivesButIsNotReady() {
    Outages.withoutDatabase(
        () -> {
          await().atMost(Duration.ofSeconds(30)).until(() -> statusOf("ready") == 503);
          assertThat(statusOf("live")).isEqualTo(200);
          assertThat(given().get("/health").statusCode()).isEqualTo(200);
        });

    await().atMost(Duration.ofSeconds(30)).until(() -> statusOf("ready") == 200);
  }

  @Test
  void metricsTellOfRequestsAndOfTheOutbox() {
    given().get("/health");

    String metrics = given().get("/q/metrics").asString();

    assertThat(metrics)
        .contains("helpdesk_outbox_waiting", "helpdesk_outbox_oldest_seconds")
        .contains("http_server_requests_seconds_count");
  }

  private static int statusOf(String probe) {
    return given().get("/q/health/" + probe).statusCode();
  }
}
