package dev.helpdesk.notification.inbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.helpdesk.contracts.CloudEvent;
import dev.helpdesk.contracts.Topics;
import dev.helpdesk.contracts.otp.OtpPurpose;
import dev.helpdesk.contracts.otp.OtpRequested;
import dev.helpdesk.kit.outbox.EventJson;
import dev.helpdesk.test.Broker;
import dev.helpdesk.test.HelpdeskResource;
import dev.helpdesk.test.Mails;
import dev.helpdesk.test.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(HelpdeskResource.class)
class OtpMailTest {
  private static final String ADMIN = Tokens.admin();
  private final String address = UUID.randomUUID() + "@example.org";

  @Test
  void anOtpComesByMailOnceHoweverOftenTheBrokerDelivers() throws IOException {
    UUID id = UUID.randomUUID();
    for (int i = 0; i < 3; i++) {
      publish(id, Instant.now().plusSeconds(300), "en");
    }
    publish(UUID.randomUUID(), Instant.now().plusSeconds(300), "en");
    Mails.waitFor(address, 2);
    await().untilAsserted(() -> deliveries().body("total", equalTo(2)));
    assertThat(Mails.idsTo(address)).hasSize(2);
    assertThat(Mails.textTo(address)).contains("123456").contains("5 minutes");
  }

  @Test
  void aMailSaysThatItWasMadeByAMachineAndHasAFixedMessageId() throws IOException {
    publish(UUID.randomUUID(), Instant.now().plusSeconds(300), "de");
    String mail = Mails.waitFor(address, 1).get(0);
    String event = deliveries().extract().path("items[0].eventId");
    assertThat(Mails.headers(mail).getString("Auto-Submitted")).contains("auto-generated");
    assertThat(Mails.message(mail).getString("MessageID")).contains(event);
    assertThat(Mails.message(mail).getString("Subject")).isEqualTo("Ihr Code für Helpdesk");
    assertThat(Mails.message(mail).getString("HTML")).contains("123456");
  }

  @Test
  void anExpiredOtpIsNotSent() throws IOException {
    publish(UUID.randomUUID(), Instant.now().minusSeconds(1), "en");
    await()
        .untilAsserted(
            () ->
                deliveries()
                    .body("items[0].status", equalTo("parked"))
                    .body("items[0].lastAnswer", equalTo("past its time, not sent")));
    assertThat(Mails.idsTo(address)).isEmpty();
  }

  @Test
  void aPoisonEventIsSetAsideWithItsReasonAndTheRestGoesOn() throws IOException {
    String poison = "no json " + UUID.randomUUID();
    Broker.send(Topics.OTPS, address, poison);
    publish(UUID.randomUUID(), Instant.now().plusSeconds(300), "en");
    Mails.waitFor(address, 1);
    var dead = Broker.await(Topics.DEAD_LETTERS, 1, record -> record.value().equals(poison));
    assertThat(new String(dead.get(0).headers().lastHeader("dead-letter-reason").value()))
        .contains("JsonParseException");
  }

  private ValidatableResponse deliveries() {
    return given()
        .auth()
        .oauth2(ADMIN)
        .queryParam("recipient", address)
        .get("/api/v1/deliveries")
        .then()
        .statusCode(200);
  }

  private void publish(UUID id, Instant expires, String language) throws IOException {
    var otp = new OtpRequested(address, "123456", OtpPurpose.REGISTRATION, language, expires);
    var event =
        CloudEvent.of(id, "/helpdesk/auth-service", otp.type(), address, Instant.now(), otp);
    Broker.send(Topics.OTPS, otp.key(), EventJson.MAPPER.writeValueAsString(event));
  }
}
