import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a mail takes from the comment that causes it to its acceptance by SMTP, at 100 comments a
 * second, alone and beside 100 000 mails that wait for a dead domain; then how many mails go out in
 * a second, and what one costs.
 *
 * <p>java benchmarks/MailLoad.java http://localhost:8080 2526 PID DATABASE [seconds], where 2526 is
 * a free port on which this program is the SMTP server, PID notification-service's and DATABASE its
 * database as psql takes it. Start this program first; it waits for the stack, which is to run with
 * QUARKUS_MAILER_PORT=2526 HELPDESK_RATE_LIMIT_ENABLED=false; PID may be a file that will hold it.
 * The time begins before the comment's request is sent, so it holds the commit and what is before it.
 */
class MailLoad {
  private static final int RATE = 100;
  private static final int DEAD = 100_000;
  private static final int BACKLOG = 10_000;
  private static final Pattern MARK = Pattern.compile("mark-(\\d+)-end");

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String base;
  private final String pid;
  private final String database;
  private final int seconds;
  private final Map<Long, Long> accepted = new ConcurrentHashMap<>();
  private final AtomicLong taken = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong marks = new AtomicLong();

  MailLoad(String base, String pid, String database, int seconds) {
    this.base = base + "/api/v1";
    this.pid = pid;
    this.database = database;
    this.seconds = seconds;
  }

  public static void main(String[] arguments) throws Exception {
    int seconds = arguments.length > 4 ? Integer.parseInt(arguments[4]) : 20;
    MailLoad load = new MailLoad(arguments[0], arguments[2], arguments[3], seconds);
    load.serve(Integer.parseInt(arguments[1]));
    load.run();
    System.exit(0);
  }

  private void run() throws Exception {
    awaitStack();
    List<String> tickets = tickets();
    String agent = token("agent@my");
    comments("warm-up", tickets, agent);
    comments("alone", tickets, agent);
    insert(DEAD, "waits#@dead.example");
    System.out.printf("%d mails wait for a dead domain%n", DEAD);
    comments("beside the dead domain", tickets, agent);
    System.out.printf("refused meanwhile for the dead domain: %d%n", refused.get());
    drain();
  }

  private void awaitStack() throws InterruptedException {
    while (true) {
      try {
        token("agent@my");
        return;
      } catch (IOException | RuntimeException e) {
        Thread.sleep(1000);
      }
    }
  }

  /** Twenty tickets of the demo user, whom the agent will write to. */
  private List<String> tickets() throws IOException, InterruptedException {
    String user = token("user@my");
    String space = field(post("/spaces", user, "{\"name\":\"Mail load\"}").body(), "spaceKey");
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      String body = "{\"title\":\"Load %d\",\"description\":\"text\"}".formatted(i);
      keys.add(field(post("/spaces/" + space + "/tickets", user, body).body(), "ticketId"));
    }
    return keys;
  }

  private void comments(String name, List<String> tickets, String agent) throws Exception {
    int count = RATE * seconds;
    long first = marks.getAndAdd(count);
    long[] begun = new long[count];
    double cpu = cpuMillis();
    ExecutorService threads = Executors.newFixedThreadPool(32);
    long start = System.nanoTime();
    for (int i = 0; i < count; i++) {
      int n = i;
      TimeUnit.NANOSECONDS.sleep(start + i * (1_000_000_000L / RATE) - System.nanoTime());
      threads.submit(() -> comment(tickets.get(n % tickets.size()), agent, first + n, begun, n));
    }
    threads.shutdown();
    threads.awaitTermination(1, TimeUnit.MINUTES);
    await(first, count);
    double[] millis = new double[count];
    for (int i = 0; i < count; i++) {
      millis[i] = (accepted.get(first + i) - begun[i]) / 1e6;
    }
    Arrays.sort(millis);
    System.out.printf(
        "%-24s %5d mails  p50 %6.1f ms  p99 %6.1f ms  max %6.1f ms  CPU %.2f ms a delivery%n",
        name,
        count,
        millis[count / 2],
        millis[(int) (count * 0.99)],
        millis[count - 1],
        (cpuMillis() - cpu) / count);
  }

  private Void comment(String ticket, String agent, long mark, long[] begun, int n)
      throws IOException, InterruptedException {
    begun[n] = System.nanoTime();
    String body = "{\"body\":\"mark-%d-end\",\"visibility\":\"public\"}".formatted(mark);
    HttpResponse<String> answer = post("/tickets/" + ticket + "/comments", agent, body);
    if (answer.statusCode() != 201) {
      System.out.println("comment: " + answer.statusCode() + " " + answer.body());
    }
    return null;
  }

  private void await(long first, int count) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    for (long mark = first; mark < first + count; mark++) {
      while (!accepted.containsKey(mark)) {
        if (System.nanoTime() > end) {
          throw new IllegalStateException("mail " + mark + " did not come");
        }
        Thread.sleep(5);
      }
    }
  }

  /** Mails that are due already, for twenty domains that take them. */
  private void drain() throws Exception {
    long before = taken.get();
    double cpu = cpuMillis();
    long start = System.nanoTime();
    insert(BACKLOG, "bench#@live.example");
    while (taken.get() < before + BACKLOG) {
      Thread.sleep(5);
    }
    double took = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        "%-24s %5d mails  %.0f deliveries a second  CPU %.2f ms a delivery%n",
        "backlog", BACKLOG, BACKLOG / took, (cpuMillis() - cpu) / BACKLOG);
  }

  private void insert(int count, String recipient) throws IOException, InterruptedException {
    String content =
        "{\"type\":\"COMMENTED\",\"ticketId\":\"SA-1\",\"title\":\"Load\",\"actor\":\"Bob\","
            + "\"text\":\"text\",\"internal\":false}";
    String sql =
        "INSERT INTO delivery (id, event_id, type, recipient, domain, user_id, lane, status,"
            + " attempts, next_try_at, give_up_at, created_at, occurred_at, language, message_id,"
            + " content) SELECT gen_random_uuid(), gen_random_uuid(), 'ticket.commented', r,"
            + " split_part(r, '@', 2), gen_random_uuid(), 1, 'pending', 0, now(),"
            + " now() + interval '3 days', now(), now(), 'en', '<' || gen_random_uuid() || '@load>', '"
            + content
            + "' FROM (SELECT replace('"
            + recipient
            + "', '#', g::text) AS r FROM generate_series(1, "
            + count
            + ") g) x";
    int exit = new ProcessBuilder("psql", "-q", database, "-c", sql).inheritIO().start().waitFor();
    if (exit != 0) {
      throw new IOException("psql failed");
    }
  }

  private String token(String email) throws IOException, InterruptedException {
    String body = "{\"email\":\"" + email + "\",\"password\":\"Password123\"}";
    return field(post("/users/sign-in", null, body).body(), "token");
  }

  private HttpResponse<String> post(String path, String token, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path)).header("Content-Type", "application/json");
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return http.send(
        request.POST(HttpRequest.BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
  }

  private static String field(String json, String name) {
    return json.split("\"" + name + "\":\"")[1].split("\"")[0];
  }

  /** User and system time of the service, in milliseconds (Linux, 100 ticks a second). */
  private double cpuMillis() throws IOException {
    String number = pid.matches("\\d+") ? pid : Files.readString(Path.of(pid)).trim();
    String stat = Files.readString(Path.of("/proc/" + number + "/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * 10.0;
  }

  private void serve(int port) throws IOException {
    ServerSocket server = new ServerSocket(port, 200, InetAddress.getLoopbackAddress());
    Thread thread =
        new Thread(
            () -> {
              while (true) {
                try {
                  Socket socket = server.accept();
                  socket.setTcpNoDelay(true);
                  Thread talk = new Thread(() -> talk(socket));
                  talk.setDaemon(true);
                  talk.start();
                } catch (IOException e) {
                  return;
                }
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  private void talk(Socket socket) {
    try (socket;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      OutputStream out = socket.getOutputStream();
      say(out, "220 load");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.startsWith("RCPT TO:") && line.contains("@dead.example")) {
          refused.incrementAndGet();
          say(out, "451 4.4.1 no answer from host");
        } else if (line.equals("DATA")) {
          say(out, "354 go on");
          take(in);
          say(out, "250 taken");
        } else {
          say(out, line.equals("QUIT") ? "221 bye" : "250 ok");
        }
      }
    } catch (IOException e) {
      // The other side hung up.
    }
  }

  private void take(BufferedReader in) throws IOException {
    for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      Matcher mark = MARK.matcher(line);
      if (mark.find()) {
        accepted.putIfAbsent(Long.parseLong(mark.group(1)), System.nanoTime());
      }
    }
    taken.incrementAndGet();
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }
}
