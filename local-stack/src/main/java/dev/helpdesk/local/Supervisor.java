package dev.helpdesk.local;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Brings back processes that die, for ever, and ever slower while they keep dying. */
final class Supervisor {

  /** What dies and can be started again. */
  interface Ward {
    String name();

    void start() throws IOException, SQLException, StackFailure;

    /** How the process ended, as in "exit code 137". */
    String lastWords();
  }

  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
  private static final Duration STEADY = Duration.ofSeconds(60);

  private final Console console;
  private final Map<String, Integer> deathsInARow = new ConcurrentHashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Supervisor::daemon);
  private volatile boolean stopping;

  Supervisor(Console console) {
    this.console = console;
  }

  /** To be called with every new process of the ward. */
  void watch(Ward ward, CompletableFuture<?> end) {
    long begin = System.nanoTime();
    var unused =
        end.thenRun(
            () -> {
              if (System.nanoTime() - begin > STEADY.toNanos()) {
                deathsInARow.remove(ward.name());
              }
              revive(ward, "died (" + ward.lastWords() + ")");
            });
  }

  int deathsInARow(String name) {
    return deathsInARow.getOrDefault(name, 0);
  }

  private void revive(Ward ward, String why) {
    if (stopping) {
      return;
    }
    Duration pause = pause(deathsInARow.merge(ward.name(), 1, Integer::sum));
    console.say(ward.name(), why + ", starting again in " + pause.toMillis() + " ms");
    var unused = timer.schedule(() -> restart(ward), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void restart(Ward ward) {
    if (stopping) {
      return;
    }
    try {
      ward.start();
      console.say(ward.name(), "started again");
    } catch (IOException | SQLException | StackFailure | RuntimeException e) {
      revive(ward, "does not start: " + e.getMessage());
    }
  }

  void stop() {
    stopping = true;
    timer.shutdown();
  }

  private static Duration pause(int deaths) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(deaths - 1, 10));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }

  private static Thread daemon(Runnable work) {
    var thread = new Thread(work, "supervisor");
    thread.setDaemon(true);
    return thread;
  }
}
