package dev.helpdesk.kit.outbox;

import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** Remembers in the work's own context that its transaction wrote an event. */
final class AfterCommit {
  private static final String WRITTEN = "helpdesk.outbox.written";
  private static final String INSIDE = "helpdesk.outbox.inside";

  private AfterCommit() {}

  /** True for the outermost transaction of a context; inner ones end before the commit. */
  static boolean enter() {
    Context context = Vertx.currentContext();
    if (context == null || context.getLocal(INSIDE) != null) {
      return false;
    }
    context.putLocal(INSIDE, Boolean.TRUE);
    return true;
  }

  static void leave() {
    Context context = Vertx.currentContext();
    if (context != null) {
      context.removeLocal(INSIDE);
    }
  }

  static void markWritten() {
    Context context = Vertx.currentContext();
    if (context != null) {
      context.putLocal(WRITTEN, Boolean.TRUE);
    }
  }

  /** True once, if an event was written since the last question. */
  static boolean takeMark() {
    Context context = Vertx.currentContext();
    return context != null && context.removeLocal(WRITTEN);
  }
}
