package dev.helpdesk.local.infra;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server of our own with the durability of production, and one database and user for
 * each service. Data survives a restart, whichever way the last run ended.
 */
public final class LocalPostgres implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration BETWEEN_LAUNCHES = Duration.ofMillis(200);
  private static final int LAUNCHES = 40;

  private final PostgresCluster cluster;
  private final int port;
  private final Map<String, String> passwords = new HashMap<>();
  private final @Nullable Path temporary;
  private @Nullable Process server;
  private @Nullable Databases databases;

  private LocalPostgres(Path data, int port, Path log, @Nullable Path temporary)
      throws IOException {
    this.cluster = new PostgresCluster(data, log);
    this.port = FreePort.orFind(port);
    this.temporary = temporary;
  }

  /** On a free port with random passwords; the data goes away with {@link #close()}. */
  public static LocalPostgres startTemporary() throws IOException, SQLException {
    Path folder = Folders.temporary("helpdesk-postgres");
    var postgres =
        new LocalPostgres(folder.resolve("data"), 0, folder.resolve("postgres.log"), folder);
    return postgres.begin(Map.of());
  }

  /**
   * Starts on a folder that is kept.
   *
   * @param port 0 for a free one
   * @param passwords by user name; users that are not in it get a random one
   */
  public static LocalPostgres start(Path data, int port, Path log, Map<String, String> passwords)
      throws IOException, SQLException {
    return new LocalPostgres(data, port, log, null).begin(passwords);
  }

  private LocalPostgres begin(Map<String, String> given) throws IOException, SQLException {
    for (String service : Databases.SERVICES) {
      passwords.put(service, given.getOrDefault(service, RandomSecret.next()));
    }
    try {
      start();
      databases().closeMaintenanceDatabaseToPublic();
      for (String service : Databases.SERVICES) {
        databases().ensureUser(service, password(service));
        databases().ensureDatabase(service, service);
      }
      return this;
    } catch (IOException | SQLException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Starts the server (again) on the same port and data; an orphan on that data is stopped. */
  public synchronized void start() throws IOException {
    var orphan = PostgresOrphan.find(cluster.data());
    if (orphan.isPresent()) {
      orphan.get().stop();
    }
    cluster.initialiseOnce();
    databases = new Databases("127.0.0.1", port, "postgres", cluster.superuserPassword());
    for (int launch = 0; launch < LAUNCHES; launch++) {
      if (launch()) {
        return;
      }
    }
    stop();
    throw new IOException("PostgreSQL does not come up: " + cluster.lastWords());
  }

  // Workers of a killed server hold its shared memory for a moment, and a new one refuses to start
  // until they are gone: launch again until it stays.
  private boolean launch() throws IOException {
    Process launched = cluster.serve(port);
    server = launched;
    Await.until(START_LIMIT, () -> isServing() || !launched.isAlive());
    if (launched.isAlive()) {
      if (!isServing()) {
        stop();
        throw new IOException("PostgreSQL takes too long: " + cluster.lastWords());
      }
      return true;
    }
    Await.until(BETWEEN_LAUNCHES, () -> false);
    return false;
  }

  private boolean isServing() {
    try (Connection connection = databases().connect("postgres")) {
      return connection.isValid(5);
    } catch (SQLException notYet) {
      return false;
    }
  }

  public synchronized void stop() throws IOException {
    if (server != null) {
      PostgresOrphan.stop(server.toHandle());
      server = null;
    }
  }

  /** Ends the server as a power cut would, for tests. */
  public synchronized void kill() {
    if (server != null) {
      server.destroyForcibly().onExit().join();
    }
  }

  /** Completes when the present server process has ended, for whatever reason. */
  public synchronized CompletableFuture<?> onExit() {
    return server == null ? CompletableFuture.completedFuture(null) : server.onExit();
  }

  public synchronized long pid() {
    return server == null ? -1 : server.pid();
  }

  public int port() {
    return port;
  }

  public String password(String user) {
    String password = passwords.get(user);
    if (password == null) {
      throw new IllegalArgumentException("no such user: " + user);
    }
    return password;
  }

  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  public String reactiveUrl(String database) {
    return "postgresql://127.0.0.1:" + port + "/" + database;
  }

  /** A further database for tests, with all extensions, owned by one of the services' users. */
  public void createDatabase(String name, String owner) throws SQLException {
    databases().ensureDatabase(name, owner);
  }

  /** What the superuser can do, tests included. */
  public synchronized Databases databases() {
    if (databases == null) {
      throw new IllegalStateException("PostgreSQL was not started");
    }
    return databases;
  }

  @Override
  public void close() throws IOException {
    stop();
    if (temporary != null && Files.exists(temporary)) {
      Folders.delete(temporary);
    }
  }
}
