import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Listens to what the service says to PostgreSQL, in the server's own log. */
final class Statements {
  private static final Pattern ENTRY =
      Pattern.compile("(?m)^\\d{4}-\\S+ \\S+ UTC \\[(\\d+)] (\\S*) (\\w+): {2}");
  private static final Pattern EXECUTED = Pattern.compile("(?s)(?:execute [^:]*|statement): (.*)");
  private static final Pattern PARAMETER =
      Pattern.compile("(?s)\\$(\\d+) = (NULL|'((?:[^']|'')*)')");
  private static final Pattern FRAME = Pattern.compile("(?i)(BEGIN|COMMIT|ROLLBACK).*");

  private final Stack stack;
  private final Psql psql;
  private final Set<String> background = new HashSet<>();

  /** A statement and its parameters by number; those that are NULL are not among them. */
  record Statement(String sql, Map<Integer, String> parameters) {}

  Statements(Stack stack, Psql psql) {
    this.stack = stack;
    this.psql = psql;
  }

  /** What the service says while nobody asks it anything is not part of any request. */
  void learnBackground() throws IOException, InterruptedException {
    listen(true);
    long from = logged();
    Thread.sleep(5_000);
    said(from).forEach(statement -> background.add(statement.sql()));
    listen(false);
  }

  List<Statement> of(byte[] request, int status) throws IOException, InterruptedException {
    try (HttpConnection connection = new HttpConnection(stack.ticketPort())) {
      connection.exchange(request);
      listen(true);
      long from = logged();
      if (connection.exchange(request) != status) {
        throw new IOException("The sample was answered with " + connection.answer());
      }
      listen(false);
      return said(from).stream()
          .filter(statement -> !background.contains(statement.sql()))
          .filter(statement -> !FRAME.matcher(statement.sql()).matches())
          .toList();
    }
  }

  private void listen(boolean on) throws IOException, InterruptedException {
    psql.ask("ALTER SYSTEM SET log_line_prefix = '%m [%p] %u@%d '");
    psql.ask("ALTER SYSTEM SET log_statement = " + (on ? "'all'" : "'none'"));
    psql.ask("SELECT pg_reload_conf()");
    // Each server process takes the setting up before its next statement, as soon as it was told.
    Thread.sleep(500);
  }

  private long logged() throws IOException {
    return Files.size(stack.postgresLog());
  }

  private List<Statement> said(long from) throws IOException {
    List<Statement> said = new ArrayList<>();
    Map<String, String> open = new HashMap<>();
    String text = read(from);
    Matcher entry = ENTRY.matcher(text);
    for (boolean found = entry.find(); found; ) {
      String process = entry.group(1);
      String kind = entry.group(2).equals("ticket@ticket") ? entry.group(3) : "";
      int begin = entry.end();
      found = entry.find();
      String message =
          text.substring(begin, found ? entry.start() : text.length())
              .strip()
              .replace("\n\t", "\n");
      Matcher executed = EXECUTED.matcher(message);
      if (kind.equals("LOG") && executed.matches()) {
        said.add(new Statement(executed.group(1), new HashMap<>()));
        open.put(process, Integer.toString(said.size() - 1));
      } else if (kind.equals("DETAIL") && open.containsKey(process)) {
        Matcher parameter = PARAMETER.matcher(message);
        while (parameter.find()) {
          if (parameter.group(3) != null) {
            said.get(Integer.parseInt(open.get(process)))
                .parameters()
                .put(Integer.valueOf(parameter.group(1)), parameter.group(3).replace("''", "'"));
          }
        }
      }
    }
    return said;
  }

  private String read(long from) throws IOException {
    try (RandomAccessFile log = new RandomAccessFile(stack.postgresLog().toFile(), "r")) {
      byte[] bytes = new byte[(int) (log.length() - from)];
      log.seek(from);
      log.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }
}
