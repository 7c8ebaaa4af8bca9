package dev.helpdesk.local.infra;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/** Users and databases on a PostgreSQL server, made by its superuser and only where missing. */
public final class Databases {

  /** Each service has a database and a user of its own, named after it. */
  public static final List<String> SERVICES = List.of("auth", "ticket", "notification");

  private static final List<String> EXTENSIONS =
      List.of("pg_trgm", "citext", "unaccent", "btree_gin", "pg_stat_statements");

  private final String host;
  private final int port;
  private final String admin;
  private final String password;

  public Databases(String host, int port, String admin, String password) {
    this.host = host;
    this.port = port;
    this.admin = admin;
    this.password = password;
  }

  public Connection connect(String database) throws SQLException {
    return connect(database, admin, password);
  }

  public Connection connect(String database, String user, String userPassword) throws SQLException {
    var source = new PGSimpleDataSource();
    source.setServerNames(new String[] {host});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName(database);
    source.setUser(user);
    source.setPassword(userPassword);
    source.setConnectTimeout(5);
    return source.getConnection();
  }

  public void ensureUser(String name, String userPassword) throws SQLException {
    try (var connection = connect("postgres");
        var statement = connection.createStatement()) {
      if (!exists(statement, "pg_roles WHERE rolname", name)) {
        statement.execute("CREATE ROLE " + quoted(name));
      }
      statement.execute("ALTER ROLE " + quoted(name) + " LOGIN PASSWORD " + literal(userPassword));
    }
  }

  /** Nobody but the owner (and the superuser) may even connect. */
  public void ensureDatabase(String name, String owner) throws SQLException {
    try (var connection = connect("postgres");
        var statement = connection.createStatement()) {
      if (!exists(statement, "pg_database WHERE datname", name)) {
        statement.execute("CREATE DATABASE " + quoted(name) + " OWNER " + quoted(owner));
      }
      statement.execute("REVOKE ALL ON DATABASE " + quoted(name) + " FROM PUBLIC");
    }
    try (var connection = connect(name);
        var statement = connection.createStatement()) {
      for (String extension : EXTENSIONS) {
        statement.execute("CREATE EXTENSION IF NOT EXISTS " + extension);
      }
    }
  }

  public void dropDatabase(String name) throws SQLException {
    try (var connection = connect("postgres");
        var statement = connection.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS " + quoted(name) + " WITH (FORCE)");
    }
  }

  void closeMaintenanceDatabaseToPublic() throws SQLException {
    try (var connection = connect("postgres");
        var statement = connection.createStatement()) {
      statement.execute("REVOKE CONNECT, TEMPORARY ON DATABASE postgres, template1 FROM PUBLIC");
    }
  }

  private static boolean exists(Statement statement, String where, String name)
      throws SQLException {
    try (var rows = statement.executeQuery("SELECT 1 FROM " + where + " = " + literal(name))) {
      return rows.next();
    }
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
