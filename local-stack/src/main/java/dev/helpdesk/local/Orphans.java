package dev.helpdesk.local;

import dev.helpdesk.local.infra.Await;
import dev.helpdesk.local.infra.Liveness;
import dev.helpdesk.local.infra.PostgresOrphan;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/** Ends what a stack that was killed has left running. */
final class Orphans {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private Orphans() {}

  /** The names of the parts that were still there. */
  static List<String> stop(Settings settings) throws IOException {
    var services = new LinkedHashMap<String, ProcessHandle>();
    for (RunFile file : RunFile.readAll(settings)) {
      if (isService(file)) {
        file.process().ifPresent(process -> services.put(file.part(), process));
      }
      file.delete(settings);
    }
    services.values().forEach(ProcessHandle::destroy);
    for (ProcessHandle service : services.values()) {
      end(service);
    }
    var stopped = new ArrayList<>(services.keySet());
    var postgres = PostgresOrphan.find(settings.postgresData());
    if (postgres.isPresent()) {
      postgres.get().stop();
      stopped.add("postgres");
    }
    return stopped;
  }

  private static boolean isService(RunFile file) {
    return Stream.of(Service.values()).anyMatch(s -> s.part().equals(file.part()));
  }

  // Not onExit: for processes that are not our children it looks ever more seldom.
  private static void end(ProcessHandle process) throws IOException {
    if (!Await.until(PATIENCE, () -> !Liveness.isRunning(process))) {
      process.destroyForcibly();
      Await.until(PATIENCE, () -> !Liveness.isRunning(process));
    }
  }
}
