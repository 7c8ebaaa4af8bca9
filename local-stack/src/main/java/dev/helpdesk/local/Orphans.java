package dev.helpdesk.local;

import dev.helpdesk.local.infra.PostgresOrphan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Ends what a stack that was killed has left running. */
final class Orphans {

  private static final long PATIENCE_SECONDS = 10;

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

  private static void end(ProcessHandle process) {
    CompletableFuture<?> end = process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (end.handle((ended, tooLong) -> tooLong != null).join()) {
      process.destroyForcibly();
      process.onExit().join();
    }
  }
}
