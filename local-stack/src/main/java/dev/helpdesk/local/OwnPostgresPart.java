package dev.helpdesk.local;

import dev.helpdesk.local.infra.Databases;
import java.net.URI;
import java.sql.SQLException;
import java.util.Map;

/** A PostgreSQL of the caller's own, which only gets our users and databases. */
final class OwnPostgresPart implements Part {

  private final URI server;
  private final Settings settings;
  private final Map<String, String> passwords;

  OwnPostgresPart(URI server, Settings settings, Map<String, String> passwords) {
    this.server = server;
    this.settings = settings;
    this.passwords = passwords;
  }

  @Override
  public String name() {
    return "postgres";
  }

  @Override
  public void start() throws SQLException {
    var databases =
        new Databases(
            server.getHost(),
            server.getPort() > 0 ? server.getPort() : 5432,
            settings.value("HELPDESK_POSTGRES_ADMIN_USER").orElse("postgres"),
            settings.value("HELPDESK_POSTGRES_ADMIN_PASSWORD").orElse(""));
    for (var user : passwords.entrySet()) {
      databases.ensureUser(user.getKey(), user.getValue());
      databases.ensureDatabase(user.getKey(), user.getKey());
    }
  }

  @Override
  public void stop() {
    // It was there before us and stays.
  }

  @Override
  public RunFile runFile() {
    String address = server.getHost() + ":" + (server.getPort() > 0 ? server.getPort() : 5432);
    return RunFile.of(name(), ProcessHandle.current(), address, "tcp://" + address);
  }
}
