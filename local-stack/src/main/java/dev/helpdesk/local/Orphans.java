package dev.helpdesk.local;

import dev.helpdesk.local.infra.Await;
import dev.helpdesk.local.infra.Liveness;
import dev.helpdesk.local.infra.PostgresOrphan;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Ends what a stack that was killed has left running. */
final class Orphans {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private Orphans() {}

  /** The names of the parts that were still there. */
  static List<String> stop(Settings settings) throws IOException {
    var stopped = new ArrayList<String>();
    for (Service service : Service.values()) {
      var file = RunFile.find(settings, service.part());
      file.flatMap(RunFile::process).ifPresent(ProcessHandle::destroy);
    }
    for (RunFile file : RunFile.readAll(settings)) {
      if (isService(file) && file.process().isPresent()) {
        end(file.process().get());
        stopped.add(file.part());
      }
      file.delete(settings);
    }
    var postgres = PostgresOrphan.find(settings.postgresData());
    if (postgres.isPresent()) {
      postgres.get().stop();
      stopped.add("postgres");
    }
    return stopped;
  }

  private static boolean isService(RunFile file) {
    return List.of(Service.values()).stream().anyMatch(s -> s.part().equals(file.part()));
  }

  // Not onExit: for processes that are not our children it looks ever more seldom.
  static void end(ProcessHandle process) throws IOException {
    if (!Await.until(PATIENCE, () -> !Liveness.isRunning(process))) {
      process.destroyForcibly();
      Await.until(PATIENCE, () -> !Liveness.isRunning(process));
    }
  }
}
