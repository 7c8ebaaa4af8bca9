import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The requests that are measured, against tickets as seed.sql makes them. */
final class Cases {
  /** A ticket far from other numbers, so that it is recognised among a statement's parameters. */
  private static final int SAMPLE = 7_307;

  private static final int DEEP_PLACES = 20;
  private static final String ANY_TICKET =
      "\\set i random(1, :size)\n\\set space (:i - 1) % 50 + 1\n\\set number (:i - 1) / 50 + 1\n";
  private static final String ANY_SPACE = "\\set space random(1, 50)\n";
  private static final String KEY = "('S' || :space::text)";
  private static final String SPACE_ID =
      "('01920000-0000-7000-8000-' || lpad(:space::text, 12, '0'))::uuid";
  private static final String TICKET_ID =
      "('01930000-0000-7000-8000-' || lpad(:i::text, 12, '0'))::uuid";

  /**
   * In the order of time, as the service's own ids; one value however often a statement says it.
   */
  private static final String NEW_ID =
      "(lpad(to_hex((extract(epoch FROM now()) * 1000)::bigint), 12, '0') || '70008'"
          + " || lpad(to_hex(:r::bigint), 15, '0'))::uuid";

  private final Stack stack;
  private final String token;
  private final int size;

  Cases(Stack stack, String token, int size) {
    this.stack = stack;
    this.token = token;
    this.size = size;
  }

  List<Case> all(Options options) throws IOException {
    List<Case> all = new ArrayList<>();
    if (options.wants("get")) {
      all.add(get());
    }
    if (options.wants("list")) {
      all.add(list());
    }
    if (options.wants("cursor")) {
      all.add(cursor());
    }
    if (options.wants("rare")) {
      all.add(fixed("rare", "/tickets?search=zanzibar"));
    }
    if (options.wants("common")) {
      all.add(fixed("common", "/tickets?search=please"));
    }
    if (options.wants("stats")) {
      all.add(stats());
    }
    if (options.wants("stats-all")) {
      all.add(fixed("stats-all", "/tickets/stats"));
    }
    return all;
  }

  private Case get() {
    String key = "S" + ((SAMPLE - 1) % 50 + 1);
    int number = (SAMPLE - 1) / 50 + 1;
    Map<String, String> varying = new HashMap<>();
    varying.put(key, KEY);
    varying.put(Integer.toString(number), ":number");
    varying.put("01930000-0000-7000-8000-%012d".formatted(SAMPLE), TICKET_ID);
    return new Case(
        "get",
        200,
        random -> {
          int i = random.nextInt(size);
          return get("/tickets/S" + (i % 50 + 1) + "-" + (i / 50 + 1));
        },
        get("/tickets/" + key + "-" + number),
        ANY_TICKET,
        varying);
  }

  private Case list() {
    return ofSpace("list", "?status=open");
  }

  private Case stats() {
    return ofSpace("stats", "/stats");
  }

  private Case ofSpace(String name, String rest) {
    return new Case(
        name,
        200,
        random -> get("/spaces/S" + (random.nextInt(50) + 1) + "/tickets" + rest),
        get("/spaces/S7/tickets" + rest),
        ANY_SPACE,
        Map.of("S7", KEY, "01920000-0000-7000-8000-000000000007", SPACE_ID));
  }

  private Case fixed(String name, String path) {
    byte[] request = get(path);
    return new Case(name, 200, random -> request, request, "", Map.of());
  }

  /** From places in the second half of the list of all tickets. */
  private Case cursor() throws IOException {
    List<byte[]> requests = new ArrayList<>();
    Random random = new Random(1);
    Map<String, String> varying = new HashMap<>();
    for (int i = 0; i < DEEP_PLACES; i++) {
      int offset = size / 2 + random.nextInt(size / 2 - 100);
      String answer = answer(get("/tickets?limit=1&offset=" + offset), 200);
      String cursor = first("\"nextCursor\":\"([^\"]+)\"", answer);
      varying =
          Map.of(
              first("\"spaceKey\":\"([^\"]+)\"", answer),
              KEY,
              first("\"number\":(\\d+)", answer),
              ":number");
      requests.add(get("/tickets?cursor=" + cursor));
    }
    String script =
        "\\set i random(:size / 2, :size - 1000)\n"
            + "\\set space :i % 50 + 1\n"
            + "\\set number :i / 50 + 1\n";
    return new Case(
        "cursor",
        200,
        any -> requests.get(any.nextInt(requests.size())),
        requests.get(DEEP_PLACES - 1),
        script,
        varying);
  }

  /** Runs after all that reads, because it changes what they read. */
  Case create() throws IOException {
    String body =
        "{\"title\":\"Printer in the second office shows an error\",\"description\":\""
            + "The printer hangs again after the update of the driver, every time we print. "
                .repeat(4)
            + "\",\"priority\":\"high\",\"category\":\"hardware\",\"tags\":[\"network\",\"urgent\"]}";
    return new Case(
        "create",
        201,
        random -> post("/spaces/S" + (random.nextInt(50) + 1) + "/tickets", body),
        post("/spaces/S7/tickets", body),
        ANY_SPACE + "\\set r random(0, 1152921504606846975)\n",
        Map.of("S7", KEY, "01920000-0000-7000-8000-000000000007", SPACE_ID));
  }

  /** With the ids that a creation has just made replaced by new ones for each run. */
  static Case withNewIds(Case create, Statements.Statement insert, Instant since) {
    Map<String, String> varying = new HashMap<>(create.varying());
    String ticketId = insert.parameters().get(1);
    insert.parameters().values().stream()
        .filter(value -> isMadeSince(since, value))
        .forEach(value -> varying.put(value, value.equals(ticketId) ? NEW_ID : "uuidv7()"));
    return new Case(
        create.name(),
        create.status(),
        create.request(),
        create.sample(),
        create.script(),
        varying);
  }

  private static boolean isMadeSince(Instant since, String value) {
    return value.matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21}")
        && Long.parseLong(value.replace("-", "").substring(0, 12), 16) >= since.toEpochMilli();
  }

  byte[] get(String path) {
    return "GET /api/v1%s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
        .formatted(path, token)
        .getBytes(StandardCharsets.US_ASCII);
  }

  private byte[] post(String path, String body) {
    return ("POST /api/v1%s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n"
            + "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n%s")
        .formatted(path, token, body.length(), body)
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** So that the caller is known from then on. */
  void callOnce() throws IOException {
    answer(get("/spaces?limit=1"), 200);
  }

  private String answer(byte[] request, int status) throws IOException {
    try (HttpConnection connection = new HttpConnection(stack.ticketPort())) {
      if (connection.exchange(request) != status) {
        throw new IOException(connection.answer());
      }
      return connection.answer();
    }
  }

  static String first(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("No " + pattern + " in " + text);
    }
    return matcher.group(1);
  }
}
