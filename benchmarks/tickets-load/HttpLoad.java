import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/** Clients that send one request after the other, each on a connection of its own. */
final class HttpLoad {
  private final Stack stack;
  private final int connections;

  HttpLoad(Stack stack, int connections) {
    this.stack = stack;
    this.connections = connections;
  }

  Times run(Case measured, int warmUp, int seconds)
      throws IOException, InterruptedException, ExecutionException {
    long begin = System.nanoTime() + warmUp * 1_000_000_000L;
    long end = begin + seconds * 1_000_000_000L;
    ExecutorService clients = Executors.newFixedThreadPool(connections);
    List<Future<long[]>> results = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      Random random = new Random(i);
      results.add(clients.submit(() -> client(measured, random, begin, end)));
    }
    clients.shutdown();
    Thread.sleep(Math.max(0, (begin - System.nanoTime()) / 1_000_000));
    double service = -Cpu.millisOf(stack.pid("ticket"));
    double postgres = -Cpu.millisOfServer(stack.pid("postgres"));
    LongStream all = LongStream.empty();
    for (Future<long[]> result : results) {
      all = LongStream.concat(all, Arrays.stream(result.get()));
    }
    double passed = (System.nanoTime() - begin) / 1e9;
    service += Cpu.millisOf(stack.pid("ticket"));
    postgres += Cpu.millisOfServer(stack.pid("postgres"));
    return new Times(all.toArray(), passed, service, postgres);
  }

  private long[] client(Case measured, Random random, long begin, long end) throws IOException {
    long[] micros = new long[1024];
    int n = 0;
    try (HttpConnection connection = new HttpConnection(stack.ticketPort())) {
      for (long now = System.nanoTime(); now < end; ) {
        int status = connection.exchange(measured.request().apply(random));
        long done = System.nanoTime();
        if (status != measured.status()) {
          throw new IOException(measured.name() + " answered " + connection.answer());
        }
        if (now >= begin || done >= end) {
          micros = n == micros.length ? Arrays.copyOf(micros, n * 2) : micros;
          micros[n++] = (done - now) / 1000;
        }
        now = done;
      }
    }
    return Arrays.copyOf(micros, n);
  }
}
