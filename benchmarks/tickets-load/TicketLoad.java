import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Seeds tickets and measures what the service makes of them; see benchmarks/README.md. */
final class TicketLoad {
  private static final String SIGN_IN = "{\"email\":\"agent@my\",\"password\":\"Password123\"}";

  private final Options options;
  private final Stack stack = Stack.running();
  private final Psql psql = new Psql(stack);
  private final Statements statements = new Statements(stack, psql);
  private final HttpLoad http;
  private final Pgbench pgbench;
  private final Report report = new Report();
  private boolean warm;

  private TicketLoad(Options options) {
    this.options = options;
    this.http = new HttpLoad(stack, options.connections());
    this.pgbench = new Pgbench(stack, psql, options.connections());
  }

  public static void main(String[] arguments) throws Exception {
    new TicketLoad(Options.of(arguments)).run();
  }

  private void run() throws Exception {
    String token = signIn();
    // The first request makes the caller a known person.
    new Cases(stack, token, 0).callOnce();
    statements.learnBackground();
    for (int size : options.sizes()) {
      long begin = System.nanoTime();
      seed(size);
      System.out.printf(
          "%nSeeded %,d tickets in %.0f s.%n", size, (System.nanoTime() - begin) / 1e9);
      measure(new Cases(stack, token, size), size);
    }
    if (options.sizes().size() > 1) {
      report.growth();
    }
  }

  private void seed(int size) throws IOException, InterruptedException {
    String reader = psql.ask("SELECT id FROM person WHERE email = 'agent@my'");
    psql.file(Path.of(System.getProperty("seed")), "n=" + size, "reader=" + reader);
  }

  private void measure(Cases cases, int size) throws Exception {
    List<Case> reading = cases.all(options);
    if (!warm) {
      for (Case measured : reading) {
        http.run(measured, 0, options.warmUp() * 2);
      }
      warm = true;
    }
    report.head(size);
    for (Case measured : reading) {
      List<Statements.Statement> said = statements.of(measured.sample(), measured.status());
      measure(measured, said, size);
    }
    String export = options.wants("export") ? new Export(stack, psql, cases).measure() : "";
    if (options.wants("create")) {
      create(cases, size);
    }
    System.out.printf("%n%s%n", export);
  }

  private void measure(Case measured, List<Statements.Statement> said, int size) throws Exception {
    Times service = http.run(measured, options.warmUp(), options.seconds());
    report.line(
        size, measured.name(), service, pgbench.run(measured, said, size, options.seconds()));
  }

  /** Beside the one statement that makes a ticket, while nobody carries its events away. */
  private void create(Cases cases, int size) throws Exception {
    Case create = cases.create();
    Instant since = Instant.now();
    Statements.Statement insert =
        statements.of(create.sample(), create.status()).stream()
            .filter(statement -> statement.sql().contains("INSERT INTO ticket "))
            .findFirst()
            .orElseThrow();
    Times service = http.run(create, options.warmUp(), options.seconds());
    Process relay = psql.holdRelay();
    try {
      Case limit = Cases.withNewIds(create, insert, since);
      report.line(
          size, "create", service, pgbench.run(limit, List.of(insert), size, options.seconds()));
      psql.ask("TRUNCATE outbox");
    } finally {
      relay.destroy();
    }
  }

  private String signIn() throws IOException {
    byte[] request =
        ("POST /api/v1/users/sign-in HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n%s")
            .formatted(SIGN_IN.length(), SIGN_IN)
            .getBytes(StandardCharsets.US_ASCII);
    try (HttpConnection connection = new HttpConnection(stack.gatewayPort())) {
      connection.exchange(request);
      return Cases.first("\"token\":\"([^\"]+)\"", connection.answer());
    }
  }
}
