package dev.helpdesk.local.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPostgresTest {

  @TempDir static Path folder;
  static LocalPostgres postgres;

  @BeforeAll
  static void start() throws Exception {
    postgres = startOn(folder.resolve("data"));
  }

  @AfterAll
  static void stop() throws Exception {
    postgres.close();
  }

  @ParameterizedTest
  @CsvSource({
    "fsync, on",
    "synchronous_commit, on",
    "full_page_writes, on",
    "max_connections, 200"
  })
  void runsWithTheDurabilityOfProduction(String setting, String value) throws Exception {
    assertThat(ask("auth", "SHOW " + setting)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pg_trgm", "citext", "unaccent", "btree_gin", "pg_stat_statements"})
  void hasTheExtensionsInEveryDatabase(String extension) throws Exception {
    for (String database : Databases.SERVICES) {
      assertThat(
              ask(
                  database,
                  "SELECT count(*) FROM pg_extension WHERE extname = '" + extension + "'"))
          .isEqualTo("1");
    }
  }

  @Test
  void countsStatements() throws Exception {
    assertThat(ask("ticket", "SELECT count(*) > 0 FROM pg_stat_statements")).isEqualTo("t");
  }

  @Test
  void foldsLettersBeyondAscii() throws Exception {
    assertThat(ask("ticket", "SELECT 'ÜBER'::citext = 'über'::citext AND unaccent('é') = 'e'"))
        .isEqualTo("t");
    assertThat(
            ask("ticket", "SELECT to_tsvector('simple', 'ÄRGER') @@ to_tsquery('simple', 'ärger')"))
        .isEqualTo("t");
  }

  @ParameterizedTest
  @CsvSource({"auth, ticket", "auth, notification", "ticket, auth", "notification, postgres"})
  void usersCannotEvenConnectToTheDatabasesOfOthers(String user, String database) {
    assertThatThrownBy(() -> connect(database, user).close())
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("permission denied for database");
  }

  @Test
  void wrongPasswordIsRefused() {
    assertThatThrownBy(() -> postgres.databases().connect("auth", "auth", "wrong").close())
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("password authentication failed");
  }

  @Test
  void makesFurtherDatabasesForTests() throws Exception {
    postgres.createDatabase("ticket_2", "ticket");
    try (var connection = connect("ticket_2", "ticket");
        var statement = connection.createStatement()) {
      assertThat(statement.executeUpdate("CREATE TABLE t (name citext)")).isZero();
    }
  }

  @Test
  void keepsCommittedRowsThroughARestartAndThroughAKill() throws Exception {
    execute("auth", "CREATE TABLE kept AS SELECT 1 AS id");
    postgres.stop();
    postgres.start();
    execute("auth", "INSERT INTO kept VALUES (2)");
    postgres.kill();
    postgres.start();
    assertThat(ask("auth", "SELECT sum(id) FROM kept")).isEqualTo("3");
  }

  @Test
  void takesOverFromAServerWhoseParentDied(@TempDir Path other) throws Exception {
    var orphan = startOn(other.resolve("data"));
    long orphanPid = orphan.pid();
    try (var next = startOn(other.resolve("data"))) {
      assertThat(ProcessHandle.of(orphanPid).filter(ProcessHandle::isAlive)).isEmpty();
      assertThat(next.pid()).isNotEqualTo(orphanPid);
    }
  }

  @Test
  void saysWhyItDoesNotStart(@TempDir Path data) throws Exception {
    Files.createFile(data.resolve("not-a-folder"));
    assertThatThrownBy(() -> startOn(data.resolve("not-a-folder/data")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not-a-folder");
  }

  @Test
  void leavesAFolderAloneThatIsNotItsOwn(@TempDir Path data) throws Exception {
    Path precious = Files.writeString(data.resolve("precious"), "x");
    assertThatThrownBy(() -> startOn(data)).isInstanceOf(IOException.class);
    assertThat(precious).hasContent("x");
  }

  @Test
  void ignoresAPidFileWhosePidIsSomebodyElses(@TempDir Path data) throws Exception {
    Files.writeString(
        data.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n" + data + "\n0\n");
    assertThat(PostgresOrphan.find(data)).isEmpty();
  }

  private static LocalPostgres startOn(Path data) throws Exception {
    return LocalPostgres.start(data, 0, folder.resolve("postgres.log"), Map.of());
  }

  private static Connection connect(String database, String user) throws SQLException {
    return postgres.databases().connect(database, user, postgres.password(user));
  }

  private static void execute(String database, String sql) throws SQLException {
    try (var connection = connect(database, database);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(String database, String sql) throws SQLException {
    try (var connection = connect(database, database);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
