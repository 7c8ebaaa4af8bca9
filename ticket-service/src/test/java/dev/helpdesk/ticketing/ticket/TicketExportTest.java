package dev.helpdesk.ticketing.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helpdesk.test.HelpdeskResource;
import dev.helpdesk.ticketing.Desk;
import dev.helpdesk.ticketing.Someone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Exports larger than any buffer on their way. */
@QuarkusTest
@QuarkusTestResource(HelpdeskResource.class)
class TicketExportTest {
  private static final int TICKETS = 12_000;
  private static final String FILL =
      "INSERT INTO ticket (id, space_id, space_key, number, title, description, status, priority,"
          + " severity, category, tags, requester_id, sla_due_at, version, created_at, updated_at)"
          + " SELECT uuidv7(), $1, $2, i, '=t, \"' || i, repeat('x', 2000), 1, 2, 2, 'general', '{}',"
          + " $3, now(), 0, now(), now() FROM generate_series(1, $4) i";
  private static final String OPEN =
      "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
          + " AND state LIKE 'idle in transaction%'";

  @Inject Pool pool;

  private Someone owner;
  private String space;

  @BeforeEach
  void fillASpace() {
    owner = Someone.user();
    space = Desk.space(owner);
    UUID id = UUID.fromString(owner.get("/spaces/" + space).path("id"));
    pool.preparedQuery(FILL)
        .execute(Tuple.of(id, space, owner.id(), TICKETS))
        .await()
        .indefinitely();
  }

  @Test
  void areComplete() {
    String csv = owner.get("/spaces/" + space + "/tickets/export?format=csv").asString();
    String[] lines = csv.split("\r\n");
    assertThat(lines).hasSize(TICKETS + 1);
    assertThat(lines[TICKETS])
        .startsWith(space + "-" + TICKETS + ",\"'=t, \"\"" + TICKETS + "\",xxx");
    assertThat(owner.get("/spaces/" + space + "/tickets/export").jsonPath().getList("number"))
        .hasSize(TICKETS);
  }

  @Test
  void thatNobodyReadsAnyMoreFreeTheirConnection() throws IOException {
    for (int i = 0; i < 30; i++) {
      readALittle();
    }
    await().atMost(Duration.ofSeconds(20)).until(() -> openTransactions() == 0);
    owner.get("/spaces/" + space + "/tickets?limit=1").then().statusCode(200);
  }

  private void readALittle() throws IOException {
    String request =
        "GET /api/v1/spaces/%s/tickets/export HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\n\r\n"
            .formatted(space, owner.token());
    try (Socket socket = new Socket("localhost", RestAssured.port)) {
      socket.setReceiveBufferSize(4096);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      assertThat(socket.getInputStream().readNBytes(500)).hasSize(500);
    }
  }

  private long openTransactions() {
    return pool.query(OPEN).execute().await().indefinitely().iterator().next().getLong(0);
  }
}
