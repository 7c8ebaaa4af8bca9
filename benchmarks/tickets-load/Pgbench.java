import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The physical limit: pgbench doing the same statements, prepared, over as many connections. */
final class Pgbench {
  private final Stack stack;
  private final Psql psql;
  private final int connections;

  Pgbench(Stack stack, Psql psql, int connections) {
    this.stack = stack;
    this.psql = psql;
    this.connections = connections;
  }

  Times run(Case measured, List<Statements.Statement> statements, int size, int seconds)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("pgbench");
    List<String> arguments = new ArrayList<>(List.of("-n", "-M", "prepared", "-j", "2"));
    arguments.addAll(List.of("-c", "" + connections, "-T", "" + seconds, "-l"));
    arguments.addAll(List.of("--log-prefix=" + folder.resolve("log"), "-D", "size=" + size));
    Path script = folder.resolve("script.sql");
    Files.writeString(script, script(measured, statements, arguments));
    arguments.addAll(List.of("-f", script.toString()));

    double postgres = -Cpu.millisOfServer(stack.pid("postgres"));
    long begin = System.nanoTime();
    Psql.run(psql.program("pgbench", "ticket", arguments.toArray(String[]::new)));
    double passed = (System.nanoTime() - begin) / 1e9;
    postgres += Cpu.millisOfServer(stack.pid("postgres"));
    Times times = new Times(latencies(folder), passed, 0, postgres);
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
    }
    return times;
  }

  /** Values stay parameters, so that the server plans as it does for the service. */
  private static String script(
      Case measured, List<Statements.Statement> statements, List<String> arguments) {
    StringBuilder script = new StringBuilder(measured.script());
    for (int s = 0; s < statements.size(); s++) {
      String sql = statements.get(s).sql();
      Map<Integer, String> parameters = statements.get(s).parameters();
      for (int p = 40; p > 0; p--) {
        String value = parameters.get(p);
        String replaced;
        if (value == null) {
          replaced = "NULL";
        } else if (measured.varying().containsKey(value)) {
          replaced = measured.varying().get(value);
        } else {
          replaced = ":s" + s + "p" + p;
          if (sql.contains("$" + p)) {
            arguments.addAll(List.of("-D", "s" + s + "p" + p + "=" + value));
          }
        }
        sql = sql.replace("$" + p, replaced);
      }
      script.append(sql.strip()).append(";\n");
    }
    return script.toString();
  }

  /** The third column of pgbench's logs: microseconds. */
  private static long[] latencies(Path folder) throws IOException {
    LongStream all = LongStream.empty();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path log : files.filter(f -> f.getFileName().toString().startsWith("log")).toList()) {
        all =
            LongStream.concat(
                all,
                Files.readAllLines(log).stream()
                    .mapToLong(line -> Long.parseLong(line.split(" ")[2])));
      }
    }
    return all.toArray();
  }
}
