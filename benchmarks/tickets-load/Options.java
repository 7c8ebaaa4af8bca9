import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** What the caller asked for. */
record Options(List<Integer> sizes, int seconds, int warmUp, int connections, Set<String> cases) {
  static Options of(String... arguments) {
    List<Integer> sizes = new ArrayList<>();
    int seconds = 15;
    int warmUp = 10;
    int connections = 16;
    Set<String> cases = Set.of();
    for (Iterator<String> rest = List.of(arguments).iterator(); rest.hasNext(); ) {
      String argument = rest.next();
      switch (argument) {
        case "--seconds" -> seconds = Integer.parseInt(rest.next());
        case "--warm-up" -> warmUp = Integer.parseInt(rest.next());
        case "--connections" -> connections = Integer.parseInt(rest.next());
        case "--cases" -> cases = Set.of(rest.next().split(","));
        default -> sizes.add(Integer.valueOf(argument));
      }
    }
    return new Options(
        sizes.isEmpty() ? List.of(10_000, 100_000, 1_000_000) : sizes,
        seconds,
        warmUp,
        connections,
        cases);
  }

  boolean wants(String name) {
    return cases.isEmpty() || cases.contains(name);
  }
}
