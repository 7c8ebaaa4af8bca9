import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What processes have used so far, from /proc (Linux, 100 ticks a second). */
final class Cpu {
  private static final int PARENT = 1;
  private static final int USER = 11;
  private static final int SYSTEM = 12;
  private static final int CHILDREN_USER = 13;
  private static final int CHILDREN_SYSTEM = 14;

  private Cpu() {}

  static double millisOf(long pid) {
    String[] fields = fields(Long.toString(pid));
    return (ticks(fields, USER) + ticks(fields, SYSTEM)) * 10.0;
  }

  /** A server's process, those that it has started, and those of them that have ended. */
  static double millisOfServer(long pid) {
    String[] own = fields(Long.toString(pid));
    long ticks =
        ticks(own, USER)
            + ticks(own, SYSTEM)
            + ticks(own, CHILDREN_USER)
            + ticks(own, CHILDREN_SYSTEM);
    for (String process : processes()) {
      String[] fields = fields(process);
      if (fields.length > PARENT && ticks(fields, PARENT) == pid) {
        ticks += ticks(fields, USER) + ticks(fields, SYSTEM);
      }
    }
    return ticks * 10.0;
  }

  static long residentKilobytes(long pid) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> processes() {
    try (Stream<Path> all = Files.list(Path.of("/proc"))) {
      return all.map(path -> path.getFileName().toString())
          .filter(name -> name.matches("\\d+"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The fields after the name, which may hold anything; none if the process has just ended. */
  private static String[] fields(String pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    } catch (IOException e) {
      return new String[0];
    }
  }

  private static long ticks(String[] fields, int field) {
    return fields.length > field ? Long.parseLong(fields[field]) : 0;
  }
}
