package dev.helpdesk.kit.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.ws.rs.core.Response;
import org.junit.jupiter.api.Test;

class CreatedTest {
  private static final JsonNode VERSION_3 = JsonNodeFactory.instance.objectNode().put("version", 3);

  @Test
  void theFirstAnswerIsTheView() {
    Response answer = Created.at("/things/1", "view").answer();

    assertThat(answer.getStatus()).isEqualTo(201);
    assertThat(answer.getLocation()).hasToString("/things/1");
    assertThat(answer.getEntity()).isEqualTo("view");
    assertThat(answer.getHeaderString("Idempotency-Replayed")).isNull();
  }

  @Test
  void aReplayIsTheStoredAnswerAndSaysSo() {
    Response answer = Created.replayed("/things/1", VERSION_3).answer();

    assertThat(answer.getStatus()).isEqualTo(201);
    assertThat(answer.getEntity()).isEqualTo(VERSION_3);
    assertThat(answer.getHeaderString("ETag")).isEqualTo("\"3\"");
    assertThat(answer.getHeaderString("Idempotency-Replayed")).isEqualTo("true");
  }

  @Test
  void aReplayWithoutAVersionHasNoTag() {
    Response answer = Created.replayed("/things/1", JsonNodeFactory.instance.objectNode()).answer();

    assertThat(answer.getHeaderString("ETag")).isNull();
  }
}
