import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How quick GET /users/me stays while eight people sign in all the time.
 *
 * <p>java benchmarks/SignInLoad.java http://localhost:8081 PID [seconds], against a service in the
 * local profile with HELPDESK_RATE_LIMIT_ENABLED=false; PID is the service's, for its CPU time.
 */
class SignInLoad {
  private static final int READERS = 16;
  private static final int SIGN_INS = 8;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String base;
  private final long pid;
  private final Duration length;

  SignInLoad(String base, long pid, Duration length) {
    this.base = base;
    this.pid = pid;
    this.length = length;
  }

  public static void main(String[] arguments) throws Exception {
    long seconds = arguments.length > 2 ? Long.parseLong(arguments[2]) : 20;
    new SignInLoad(arguments[0], Long.parseLong(arguments[1]), Duration.ofSeconds(seconds)).run();
  }

  /** Latencies in microseconds, sorted, and what the service's process spent on them. */
  private record Result(long[] micros, double cpuMillis, long signIns) {
    double p(double quantile) {
      return micros[(int) Math.min(micros.length - 1, micros.length * quantile)] / 1000.0;
    }

    void print(String name) {
      System.out.printf(
          "%-22s %6d requests  p50 %6.2f ms  p99 %6.2f ms  CPU %.2f ms a request  %d sign-ins%n",
          name, micros.length, p(0.5), p(0.99), cpuMillis / micros.length, signIns);
    }
  }

  private void run() throws Exception {
    String token = signIn().split("\"token\":\"")[1].split("\"")[0];
    measure(token, 0);
    Result idle = measure(token, 0);
    Result beside = measure(token, SIGN_INS);
    idle.print("idle");
    beside.print("beside eight sign-ins");
    System.out.printf(
        "ratio: p50 %.2f, p99 %.2f%n",
        beside.p(0.5) / idle.p(0.5), beside.p(0.99) / idle.p(0.99));
  }

  private Result measure(String token, int signers) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(READERS + SIGN_INS);
    long end = System.nanoTime() + length.toNanos();
    AtomicLong signIns = new AtomicLong();
    List<Future<List<Long>>> readers = new ArrayList<>();
    double before = cpuMillis();
    for (int i = 0; i < signers; i++) {
      threads.submit(until(end, () -> signIn().isEmpty() ? 0 : signIns.incrementAndGet()));
    }
    for (int i = 0; i < READERS; i++) {
      readers.add(threads.submit(until(end, () -> readMe(token))));
    }
    List<Long> all = new ArrayList<>();
    for (Future<List<Long>> reader : readers) {
      all.addAll(reader.get());
    }
    double spent = cpuMillis() - before;
    threads.shutdownNow();
    long[] sorted = all.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    return new Result(sorted, spent, signIns.get());
  }

  private static Callable<List<Long>> until(long end, Callable<Long> work) {
    return () -> {
      List<Long> results = new ArrayList<>();
      while (System.nanoTime() < end) {
        results.add(work.call());
      }
      return results;
    };
  }

  private long readMe(String token) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + "/api/v1/users/me"))
            .header("Authorization", "Bearer " + token)
            .build();
    long start = System.nanoTime();
    int status = http.send(request, BodyHandlers.ofByteArray()).statusCode();
    if (status != 200) {
      throw new IOException("GET /users/me answered " + status);
    }
    return (System.nanoTime() - start) / 1000;
  }

  private String signIn() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + "/api/v1/users/sign-in"))
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"email\":\"user@my\",\"password\":\"Password123\"}"))
            .build();
    return http.send(request, BodyHandlers.ofString()).body();
  }

  /** User and system time of the service, in milliseconds (Linux, 100 ticks a second). */
  private double cpuMillis() throws IOException {
    String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * 10.0;
  }
}
