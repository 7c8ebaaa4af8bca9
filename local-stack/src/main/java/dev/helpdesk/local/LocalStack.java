package dev.helpdesk.local;

import dev.helpdesk.local.infra.Await;
import dev.helpdesk.local.infra.Liveness;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.utils.Exit;

/** The door behind {@code ./helpdesk}: {@code up [--infra]}, {@code down}, {@code status}. */
public final class LocalStack {

  private static final Duration STOP_LIMIT = Duration.ofSeconds(40);

  private static final Duration START_LIMIT = Duration.ofSeconds(130);

  private LocalStack() {}

  public static void main(String[] arguments) throws IOException {
    // The script knows where it stands; without it, the folder one starts from.
    var home = Path.of(System.getProperty("helpdesk.home", "")).toAbsolutePath();
    var settings = new Settings(home, System.getenv());
    var command = List.of(arguments);
    switch (command.isEmpty() ? "" : command.get(0)) {
      case "up" -> up(settings, command.contains("--infra"));
      case "down" -> down(settings);
      case "status" -> System.exit(StatusTable.print(settings) ? 0 : 1);
      default -> {
        System.err.println("up [--infra] | down | status");
        System.exit(2);
      }
    }
  }

  private static void up(Settings settings, boolean infraOnly) throws IOException {
    Optional<StackLock> lock = StackLock.tryTake(settings);
    if (lock.isEmpty()) {
      if (!Await.until(START_LIMIT, () -> ReadyFile.exists(settings))) {
        System.err.println("Another Helpdesk is starting here and does not get healthy.");
        System.exit(1);
      }
      System.out.println("Helpdesk is already up (./helpdesk status tells more).");
      return;
    }
    // Kafka brings Log4j along, which complains when it is met on the way down.
    System.setProperty("log4j.shutdownHookEnabled", "false");
    var console = new Console(LogFiles.rotated(settings.log("stack")));
    try {
      LogFiles.open(settings);
      ReadyFile.delete(settings);
      for (String part : Orphans.stop(settings)) {
        console.say(part, "was left over from a run that was killed; stopped");
      }
      run(new Stack(settings, console, infraOnly), settings, console, lock.get());
    } catch (StackFailure e) {
      console.say(String.valueOf(e.getMessage()));
      System.exit(1);
    }
  }

  private static void run(Stack stack, Settings settings, Console console, StackLock lock)
      throws IOException, StackFailure {
    stack.refuseTakenPorts();
    stopWhenKafkaGivesUp(console);
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> stop(stack, settings, console, lock), "stop"));
    RunFile.of("stack", ProcessHandle.current(), "", "").write(settings);
    try {
      stack.up();
    } catch (StackFailure e) {
      if (!stack.isStopping()) {
        throw e;
      }
    }
    // Only a signal ends it, and the hook does the rest.
    new CompletableFuture<Void>().join();
  }

  // Kafka halts the whole process on a failure, which would leave the services alone.
  private static void stopWhenKafkaGivesUp(Console console) {
    Exit.Procedure orderly =
        (code, message) -> {
          console.say("kafka", "gave up: " + message);
          new Thread(() -> System.exit(1), "exit").start();
          new CompletableFuture<Void>().join();
        };
    Exit.setHaltProcedure(orderly);
    Exit.setExitProcedure(orderly);
  }

  private static void stop(Stack stack, Settings settings, Console console, StackLock lock) {
    try {
      console.say("Stopping.");
      stack.down();
      RunFile.of("stack", ProcessHandle.current(), "", "").delete(settings);
      console.say("Helpdesk is down.");
      lock.release();
    } catch (IOException e) {
      console.say("Helpdesk did not stop cleanly: " + e);
    }
  }

  private static void down(Settings settings) throws IOException {
    var stack = RunFile.find(settings, "stack").flatMap(RunFile::process);
    if (stack.isPresent()) {
      stack.get().destroy();
      if (!Await.until(STOP_LIMIT, () -> !Liveness.isRunning(stack.get()))) {
        stack.get().destroyForcibly();
        Await.until(STOP_LIMIT, () -> !Liveness.isRunning(stack.get()));
      }
    }
    Orphans.stop(settings);
    ReadyFile.delete(settings);
    System.out.println("Helpdesk is down.");
  }
}
