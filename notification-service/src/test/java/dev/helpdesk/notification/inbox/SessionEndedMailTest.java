package dev.helpdesk.notification.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helpdesk.contracts.CloudEvent;
import dev.helpdesk.contracts.Topics;
import dev.helpdesk.contracts.user.SessionReuseDetected;
import dev.helpdesk.kit.outbox.EventJson;
import dev.helpdesk.test.Broker;
import dev.helpdesk.test.HelpdeskResource;
import dev.helpdesk.test.Mails;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(HelpdeskResource.class)
class SessionEndedMailTest {
  private final String address = UUID.randomUUID() + "@example.org";

  @Test
  void whoMayHaveLostASessionIsToldWhenAndFromWhere() throws IOException {
    publish("<b>Ada</b>");
    String mail = Mails.waitFor(address, 1).get(0);
    assertThat(Mails.message(mail).getString("Subject")).isEqualTo("A session of yours was ended");
    assertThat(Mails.message(mail).getString("Text")).contains("203.0.113.9");
    assertThat(Mails.message(mail).getString("HTML"))
        .contains("&lt;b&gt;Ada&lt;/b&gt;")
        .doesNotContain("<b>Ada");
  }

  private void publish(String name) throws IOException {
    UUID user = UUID.randomUUID();
    Instant now = Instant.now();
    var notice = new SessionReuseDetected(user, address, name, "en", now, "203.0.113.9");
    var event =
        CloudEvent.of(
            UUID.randomUUID(), "/helpdesk/auth-service", notice.type(), address, now, notice);
    Broker.send(Topics.USERS, notice.key(), EventJson.MAPPER.writeValueAsString(event));
  }
}
