package dev.helpdesk.local;

import java.io.IOException;
import java.util.List;

/** What {@code status} prints. */
final class StatusTable {

  private static final String ROW = "%-13s %-8s %-8s %-11s %-10s %8s%n";
  private static final List<String> ORDER =
      List.of("postgres", "kafka", "inbox", "gateway", "auth", "ticket", "notification", "stack");

  private StatusTable() {}

  /** Whether everything that should run is healthy. */
  static boolean print(Settings settings) throws IOException {
    var parts =
        RunFile.readAll(settings).stream()
            .sorted((a, b) -> ORDER.indexOf(a.part()) - ORDER.indexOf(b.part()))
            .toList();
    var stack = parts.stream().filter(part -> part.part().equals("stack")).findFirst();
    if (stack.isEmpty()) {
      System.out.println("Helpdesk is down.");
      return false;
    }
    System.out.printf(ROW, "part", "state", "pid", "port", "health", "memory");
    boolean good = true;
    long total = 0;
    for (RunFile part : parts) {
      boolean alive = part.process().isPresent();
      boolean healthy = alive && (part.health().isEmpty() || Health.isGood(part.health()));
      boolean inside = part.pid() == stack.get().pid() && !part.part().equals("stack");
      long kib = inside ? 0 : part.process().map(Memory::kibOfTree).orElse(0L);
      total += kib;
      good &= healthy;
      String memory = inside ? "in stack" : kib / 1024 + " MB";
      String state = alive ? "running" : "gone";
      System.out.printf(
          ROW, part.part(), state, part.pid(), part.port(), healthy ? "ok" : "not ok", memory);
    }
    System.out.printf(ROW, "", "", "", "", "", total / 1024 + " MB");
    return good;
  }
}
