package dev.helpdesk.local;

import dev.helpdesk.local.infra.LocalPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The stack's own PostgreSQL, a process that may die and is brought back. */
final class PostgresPart implements Part, Supervisor.Ward {

  private final Settings settings;
  private final Supervisor supervisor;
  private final Map<String, String> passwords;
  private final int port;
  private @Nullable LocalPostgres postgres;
  private boolean stopped;

  PostgresPart(Settings settings, Supervisor supervisor, Map<String, String> passwords)
      throws StackFailure {
    this.settings = settings;
    this.supervisor = supervisor;
    this.passwords = passwords;
    this.port = settings.port(StackPort.POSTGRES);
  }

  @Override
  public String name() {
    return "postgres";
  }

  @Override
  public synchronized void start() throws IOException, SQLException {
    if (stopped) {
      return;
    }
    if (postgres == null) {
      Path log = LogFiles.rotated(settings.log(name()));
      postgres = LocalPostgres.start(settings.postgresData(), port, log, passwords);
    } else {
      postgres.start();
    }
    runFile().write(settings);
    supervisor.watch(this, postgres.onExit());
  }

  @Override
  public String lastWords() {
    return "its server process is gone";
  }

  @Override
  public synchronized void stop() throws IOException {
    stopped = true;
    if (postgres != null) {
      postgres.close();
    }
  }

  @Override
  public synchronized RunFile runFile() {
    var process =
        ProcessHandle.of(postgres == null ? -1 : postgres.pid()).orElse(ProcessHandle.current());
    return RunFile.of(name(), process, Integer.toString(port), "tcp://127.0.0.1:" + port);
  }
}
