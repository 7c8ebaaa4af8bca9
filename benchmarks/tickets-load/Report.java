import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Prints what was measured, as tables for a README. */
final class Report {
  private final Map<String, TreeMap<Integer, Times>> services = new LinkedHashMap<>();

  void head(int size) {
    System.out.printf("%n### %,d tickets%n%n", size);
    System.out.println(
        "| case | req/s | p50 ms | p99 ms | CPU ms service | CPU ms PostgreSQL | pgbench/s | p50 ms"
            + " | p99 ms | CPU ms PostgreSQL | ratio |");
    System.out.println("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
  }

  void line(int size, String name, Times service, Times limit) {
    services.computeIfAbsent(name, key -> new TreeMap<>()).put(size, service);
    System.out.printf(
        "| %s | %.0f | %.2f | %.2f | %.3f | %.3f | %.0f | %.2f | %.2f | %.3f | %.2f |%n",
        name,
        service.perSecond(),
        service.percentile(0.5),
        service.percentile(0.99),
        service.serviceEach(),
        service.postgresEach(),
        limit.perSecond(),
        limit.percentile(0.5),
        limit.percentile(0.99),
        limit.postgresEach(),
        service.perSecond() / limit.perSecond());
  }

  /** How the cost of a request grows with the number of tickets. */
  void growth() {
    System.out.printf("%n### CPU of a request, from the smallest to the largest size%n%n");
    System.out.println("| case | service | PostgreSQL | both |");
    System.out.println("|---|--:|--:|--:|");
    services.forEach(
        (name, sizes) -> {
          Times small = sizes.firstEntry().getValue();
          Times large = sizes.lastEntry().getValue();
          System.out.printf(
              "| %s | %.2f× | %.2f× | %.2f× |%n",
              name,
              large.serviceEach() / small.serviceEach(),
              large.postgresEach() / small.postgresEach(),
              (large.serviceEach() + large.postgresEach())
                  / (small.serviceEach() + small.postgresEach()));
        });
  }
}
