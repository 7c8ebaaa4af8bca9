package dev.helpdesk.local.infra;

import java.io.IOException;
import java.time.Duration;

/** Waits for a condition of another process, which has no better way to tell. */
public final class Await {

  private static final long PAUSE_MILLIS = 25;

  /** A condition that may fail while it is looked at. */
  public interface Condition {
    boolean holds() throws IOException;
  }

  private Await() {}

  /** Whether the condition came true in time. */
  public static boolean until(Duration limit, Condition condition) throws IOException {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > end) {
        return false;
      }
      pause();
    }
    return true;
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting", e);
    }
  }
}
