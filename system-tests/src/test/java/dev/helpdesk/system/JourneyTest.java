package dev.helpdesk.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a new user does first, and what an operator looks at, through the gateway. */
@ExtendWith(SharedStack.class)
class JourneyTest {
  private final RunningStack stack;
  private final TraceCollector collector;
  private final Client client;

  JourneyTest(SharedStack.Running system) {
    this.stack = system.stack();
    this.collector = system.collector();
    this.client = system.client();
  }

  @Test
  void aCodeComesByMail() {
    String address = UUID.randomUUID() + "@example.org";
    assertThat(client.sendOtp(address).statusCode()).isEqualTo(202);
    await().atMost(Duration.ofSeconds(30)).until(() -> client.mailsTo(address).size() == 1);
  }

  @Test
  void aSignedInUserOpensASpaceWithATokenThatTicketServiceVerifiesByItself() {
    String token = client.tokenOf("user@my");
    Response created = client.as(token).body(Map.of("name", "Sample App")).post("/api/v1/spaces");
    created.then().statusCode(201).header("ETag", "\"0\"");
    assertThat(created.header("Location")).startsWith(stack.gateway() + "/api/v1/spaces/");
    client
        .as(token)
        .get("/api/v1/spaces/" + created.path("spaceKey"))
        .then()
        .statusCode(200)
        .body("id", equalTo(created.path("id")));
  }

  @Test
  void oneTraceGoesFromTheRequestOverKafkaToTheMail() {
    String trace = UUID.randomUUID().toString().replace("-", "");
    String address = UUID.randomUUID() + "@example.org";
    client
        .json()
        .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
        .body(Map.of("email", address))
        .post("/api/v1/otp/send-otp")
        .then()
        .statusCode(202);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              assertThat(collector.isSeen(trace, "auth-service")).isTrue();
              assertThat(collector.isSeen(trace, "send mail")).isTrue();
            });
  }

  @Test
  void oneOpenApiDocumentDescribesAllServices() {
    client
        .json()
        .get("/q/openapi?format=json")
        .then()
        .statusCode(200)
        .body("paths", hasKey("/api/v1/users/sign-in"))
        .body("paths", hasKey("/api/v1/spaces"))
        .body("paths", hasKey("/api/v1/deliveries"));
    assertThat(client.json().get("/q/swagger-ui/").statusCode()).isEqualTo(200);
  }

  @Test
  void whatIsForOperatorsDoesNotGoThroughTheGateway() {
    assertThat(client.json().get("/q/metrics").statusCode()).isEqualTo(404);
    for (String part : new String[] {"AUTH", "TICKET", "NOTIFICATION"}) {
      Client direct = new Client(stack.service(part), stack.inbox());
      direct.json().get("/health").then().statusCode(200);
      assertThat(direct.json().get("/q/metrics").asString())
          .contains("helpdesk_outbox_waiting")
          .contains("http_server_requests");
      direct.json().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    }
  }

  @Test
  void whatAClientSaysOfItsAddressDoesNotCount() {
    String first = remaining("203.0.113.1");
    String second = remaining("203.0.113.2");
    assertThat(Integer.parseInt(second)).isLessThan(Integer.parseInt(first));
  }

  private String remaining(String pretended) {
    return client
        .json()
        .header("X-Forwarded-For", pretended)
        .body(Map.of("email", "nobody@my", "password", "wrong"))
        .post("/api/v1/users/sign-in")
        .header("X-RateLimit-Remaining");
  }
}
