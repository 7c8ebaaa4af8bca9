import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Speaks to the tickets' database through psql. */
final class Psql {
  private final Stack stack;

  Psql(Stack stack) {
    this.stack = stack;
  }

  /** What a query answers, one line a row. */
  String ask(String sql) throws IOException, InterruptedException {
    return run(asAdmin("-Atc", sql)).strip();
  }

  void file(Path script, String... variables) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("-q", "-f", script.toString()));
    for (String variable : variables) {
      arguments.addAll(List.of("-v", variable));
    }
    run(asAdmin(arguments.toArray(String[]::new)));
  }

  /** As the service's own user. */
  void copy(String query) throws IOException, InterruptedException {
    run(program("psql", "ticket", "-qc", "\\copy (" + query + ") TO '/dev/null' CSV HEADER"));
  }

  /** A session that holds the relay's lock as long as it lives, so that nobody relays meanwhile. */
  Process holdRelay() throws IOException, InterruptedException {
    Process session = asAdmin("-qAt").start();
    session
        .outputWriter()
        .append("SELECT pg_advisory_lock(hashtextextended('helpdesk.outbox', 0)); SELECT 'held';\n")
        .flush();
    String line = session.inputReader().readLine();
    while (line != null && !line.equals("held")) {
      line = session.inputReader().readLine();
    }
    return session;
  }

  ProcessBuilder program(String name, String user, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(List.of(name, "-h", "127.0.0.1", "-p", "" + stack.postgresPort()));
    command.addAll(List.of("-U", user));
    command.addAll(List.of(arguments));
    command.add("ticket");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    boolean service = user.equals("ticket");
    builder
        .environment()
        .put("PGPASSWORD", service ? stack.ticketPassword() : stack.superuserPassword());
    return builder;
  }

  private ProcessBuilder asAdmin(String... arguments) throws IOException {
    return program("psql", "postgres", arguments);
  }

  static String run(ProcessBuilder builder) throws IOException, InterruptedException {
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IOException(builder.command().get(0) + " failed:\n" + said);
    }
    return said;
  }
}
