package dev.helpdesk.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helpdesk.kit.sample.Ledger;
import dev.helpdesk.test.HelpdeskResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Positions follow the order of commits within a key. */
@QuarkusTest
@QuarkusTestResource(HelpdeskResource.class)
class OutboxOrderTest {
  private static final String INSERT =
      "INSERT INTO outbox (id, topic, key, payload) VALUES (?, 'order-test', ?, '{}')"
          + " RETURNING position";
  private static final String BLOCKED =
      "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'advisory'";

  @Inject DataSource database;
  @Inject Ledger ledger;

  private final String key = UUID.randomUUID().toString();

  @Test
  void theSecondWriterOfAKeyWaitsForTheFirstToCommit() throws Exception {
    try (Connection first = begin();
        Connection second = begin()) {
      long earlier = insert(first, key);
      CompletableFuture<Long> later = CompletableFuture.supplyAsync(() -> insert(second, key));
      await().until(() -> isBlocked(first));
      assertThat(later).isNotDone();
      first.rollback();
      assertThat(later.get()).isGreaterThan(earlier);
      second.rollback();
    }
  }

  @Test
  void writersOfDifferentKeysDoNotWait() throws Exception {
    try (Connection first = begin();
        Connection second = begin()) {
      long earlier = insert(first, key);
      long later = insert(second, key + "-other");
      assertThat(later).isGreaterThan(earlier);
      first.rollback();
      second.rollback();
    }
  }

  private Connection begin() throws SQLException {
    Connection connection = database.getConnection();
    connection.setAutoCommit(false);
    return connection;
  }

  private static long insert(Connection connection, String key) {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setObject(1, UUID.randomUUID());
      insert.setString(2, key);
      ResultSet row = insert.executeQuery();
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isBlocked(Connection observer) throws SQLException {
    try (var rows = observer.createStatement().executeQuery(BLOCKED)) {
      rows.next();
      return rows.getInt(1) > 0;
    }
  }
}
