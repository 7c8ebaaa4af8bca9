package dev.helpdesk.local.infra;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A PostgreSQL that outlived the process which started it, found by its own pid file. */
public final class PostgresOrphan {

  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(10);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

  private final ProcessHandle process;

  private PostgresOrphan(ProcessHandle process) {
    this.process = process;
  }

  /** The server that runs on this data folder, never one that merely got its process id. */
  public static Optional<PostgresOrphan> find(Path data) throws IOException {
    Path pidFile = data.resolve("postmaster.pid");
    if (Files.notExists(pidFile)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(pidFile);
    if (lines.size() < 3) {
      return Optional.empty();
    }
    var started = Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()));
    return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
        .filter(Liveness::isRunning)
        .filter(process -> isServerSince(started, process.info()))
        .map(PostgresOrphan::new);
  }

  private static boolean isServerSince(Instant started, ProcessHandle.Info info) {
    boolean postgres = info.command().map(command -> command.endsWith("postgres")).orElse(false);
    return postgres
        && info.startInstant()
            .map(start -> Duration.between(start, started).abs().compareTo(CLOCK_TOLERANCE) < 0)
            .orElse(false);
  }

  public long pid() {
    return process.pid();
  }

  public void stop() throws IOException {
    stop(process);
  }

  /** Fast shutdown: open transactions roll back, everything committed is on disk. */
  static void stop(ProcessHandle server) throws IOException {
    signal("INT", server);
    if (!Await.until(STOP_LIMIT, () -> !Liveness.isRunning(server))) {
      signal("QUIT", server);
      if (!Await.until(STOP_LIMIT, () -> !Liveness.isRunning(server))) {
        server.destroyForcibly();
      }
    }
  }

  // Java itself can send no SIGINT, and every shell has kill built in.
  private static void signal(String name, ProcessHandle server) throws IOException {
    var kill = new ProcessBuilder("sh", "-c", "kill -" + name + " " + server.pid());
    kill.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
  }
}
