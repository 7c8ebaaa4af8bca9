package dev.helpdesk.notification;

import io.quarkus.arc.Arc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Looks into the service's database past the service. */
public final class Database {
  private Database() {}

  /** The first column of what a query finds, as text. */
  public static List<String> ask(String sql) {
    try (var connection = source().getConnection();
        var statement = connection.createStatement()) {
      List<String> found = new ArrayList<>();
      ResultSet rows = statement.executeQuery(sql);
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public static int change(String sql) {
    try (var connection = source().getConnection();
        var statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static DataSource source() {
    return Arc.container().instance(DataSource.class).get();
  }
}
