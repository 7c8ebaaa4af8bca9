package dev.helpdesk.kit.sample;

import static org.awaitility.Awaitility.await;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Looks into the sample's database past the service. */
@ApplicationScoped
public class Ledger {
  private static final String EFFECTS = "SELECT event_id FROM effect WHERE name = ?";

  private final DataSource database;

  Ledger(DataSource database) {
    this.database = database;
  }

  /** The first column of what a query finds, as text. */
  public List<String> ask(String sql, Object... values) {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      List<String> found = new ArrayList<>();
      ResultSet rows = statement.executeQuery();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public int change(String sql, Object... values) {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public List<String> effectsOf(String name) {
    return ask(EFFECTS, name);
  }

  /** Waits until the consumer has seen an event about a thing of this name. */
  public void awaitEffectOf(String name) {
    await()
        .ignoreExceptions()
        .atMost(Duration.ofSeconds(30))
        .until(() -> !effectsOf(name).isEmpty());
  }

  private static void bind(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }
}
