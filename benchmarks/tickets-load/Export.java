import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** An export of all tickets beside psql's copy of the same columns. */
final class Export {
  private static final String SAME_COLUMNS =
      "SELECT t.space_key || '-' || t.number, t.title, t.description, t.status, t.priority,"
          + " t.severity, t.category, array_to_string(t.tags, ','), r.email, a.email, t.due_date,"
          + " t.sla_due_at, t.status < 4 AND t.sla_due_at <= now(), t.created_at, t.updated_at,"
          + " t.resolved_at, t.closed_at FROM ticket t LEFT JOIN person r ON r.id = t.requester_id"
          + " LEFT JOIN person a ON a.id = t.assignee_id WHERE t.deleted_at IS NULL";

  private final Stack stack;
  private final Psql psql;
  private final Cases cases;

  Export(Stack stack, Psql psql, Cases cases) {
    this.stack = stack;
    this.psql = psql;
    this.cases = cases;
  }

  String measure() throws IOException, InterruptedException {
    download("csv");
    Thread.sleep(3_000);
    long pid = stack.pid("ticket");
    long idle = Cpu.residentKilobytes(pid);
    AtomicLong most = new AtomicLong(idle);
    AtomicBoolean done = new AtomicBoolean();
    Thread watch = new Thread(() -> watch(pid, most, done));
    watch.start();
    double csv = download("csv");
    double json = download("json");
    done.set(true);
    watch.join();
    long begin = System.nanoTime();
    psql.copy(SAME_COLUMNS);
    double copy = (System.nanoTime() - begin) / 1e9;
    return "export: CSV %.1f s, JSON %.1f s; \\copy %.1f s; CSV / \\copy %.2f; idle %d MB, at most +%d MB"
        .formatted(csv, json, copy, csv / copy, idle / 1024, (most.get() - idle) / 1024);
  }

  private double download(String format) throws IOException {
    long begin = System.nanoTime();
    try (HttpConnection connection = new HttpConnection(stack.ticketPort())) {
      connection.download(cases.get("/tickets/export?format=" + format));
    }
    return (System.nanoTime() - begin) / 1e9;
  }

  private static void watch(long pid, AtomicLong most, AtomicBoolean done) {
    try {
      while (!done.get()) {
        most.accumulateAndGet(Cpu.residentKilobytes(pid), Math::max);
        Thread.sleep(50);
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
