package dev.helpdesk.local.infra;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a process that need not be our child still runs. */
public final class Liveness {

  private Liveness() {}

  public static boolean isRunning(ProcessHandle process) {
    return process.isAlive() && !isZombie(process);
  }

  // A dead process keeps its id until its parent asks for it, which in a container may take long.
  private static boolean isZombie(ProcessHandle process) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
      return stat.startsWith(" Z", stat.lastIndexOf(')') + 1);
    } catch (IOException noSuchSystemOrGone) {
      return false;
    }
  }
}
