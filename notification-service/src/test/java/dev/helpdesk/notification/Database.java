package dev.helpdesk.notification;

import io.quarkus.arc.Arc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Looks into the service's database past the service. */
public final class Database {
  /** More than the pool holds: each connection that an outage has cut is found out once. */
  private static final int TRIES = 5;

  private Database() {}

  private interface Work<T> {
    T on(Statement statement) throws SQLException;
  }

  /** The first column of what a query finds, as text. */
  public static List<String> ask(String sql) {
    return run(
        statement -> {
          List<String> found = new ArrayList<>();
          ResultSet rows = statement.executeQuery(sql);
          while (rows.next()) {
            found.add(rows.getString(1));
          }
          return found;
        });
  }

  public static int change(String sql) {
    return run(statement -> statement.executeUpdate(sql));
  }

  private static <T> T run(Work<T> work) {
    for (int tries = 1; ; tries++) {
      try (var connection = source().getConnection();
          var statement = connection.createStatement()) {
        return work.on(statement);
      } catch (SQLException e) {
        boolean wasCut = e.getSQLState() != null && e.getSQLState().startsWith("08");
        if (!wasCut || tries == TRIES) {
          throw new IllegalStateException(e);
        }
      }
    }
  }

  private static DataSource source() {
    return Arc.container().instance(DataSource.class).get();
  }
}
