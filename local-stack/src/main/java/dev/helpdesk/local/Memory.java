package dev.helpdesk.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** How much memory processes take. */
final class Memory {

  private Memory() {}

  /** A process and its children; what they share is counted once where the system can tell. */
  static long kibOfTree(ProcessHandle process) {
    // The stack's children are parts of their own.
    boolean alone = process.info().command().map(c -> c.endsWith("java")).orElse(true);
    var tree =
        alone ? Stream.of(process) : Stream.concat(Stream.of(process), process.descendants());
    return tree.mapToLong(Memory::kib).sum();
  }

  private static long kib(ProcessHandle process) {
    Path rollup = Path.of("/proc", Long.toString(process.pid()), "smaps_rollup");
    try {
      return Files.exists(rollup) ? proportional(rollup) : resident(process);
    } catch (IOException gone) {
      return 0;
    }
  }

  private static long proportional(Path rollup) throws IOException {
    try (var lines = Files.lines(rollup)) {
      return lines
          .filter(line -> line.startsWith("Pss:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .sum();
    }
  }

  private static long resident(ProcessHandle process) throws IOException {
    var ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(process.pid())).start();
    try (var out = ps.getInputStream()) {
      String said = new String(out.readAllBytes(), StandardCharsets.US_ASCII).strip();
      return said.isEmpty() ? 0 : Long.parseLong(said);
    }
  }
}
