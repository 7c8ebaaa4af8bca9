package dev.helpdesk.kit.outbox;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.CountDownLatch;
import org.jboss.logging.Logger;

/** When the next batch runs. All state is touched on one event loop only. */
final class RelayLoop {
  private static final Logger LOG = Logger.getLogger(RelayLoop.class);
  private static final long RETRY_LOCK_MILLIS = 20;

  private final Vertx vertx;
  private final Context context;
  private final RelayBatch batch;
  private final OutboxSettings settings;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private boolean running;
  private boolean woken;
  private boolean stopping;
  private int failures;
  private int lockTries;
  private long timer = -1;

  RelayLoop(Vertx vertx, RelayBatch batch, OutboxSettings settings) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    this.batch = batch;
    this.settings = settings;
  }

  void start() {
    wake();
  }

  void wake() {
    context.runOnContext(
        x -> {
          woken = true;
          if (!running && failures == 0) {
            run();
          }
        });
  }

  /** Opens once no batch runs and none will. */
  CountDownLatch stop() {
    context.runOnContext(
        x -> {
          stopping = true;
          vertx.cancelTimer(timer);
          if (!running) {
            stopped.countDown();
          }
        });
    return stopped;
  }

  private void run() {
    if (stopping) {
      stopped.countDown();
      return;
    }
    vertx.cancelTimer(timer);
    running = true;
    woken = false;
    batch
        .run()
        .subscribe()
        .with(
            outcome -> context.runOnContext(x -> done(outcome)),
            failure -> context.runOnContext(x -> failed(failure)));
  }

  private void done(RelayBatch.Outcome outcome) {
    if (outcome.failure() != null) {
      failed(outcome.failure());
      return;
    }
    if (failures > 0) {
      LOG.info("The relay carries events again");
    }
    failures = 0;
    if (!outcome.locked()) {
      // Another replica has the lock; it may have read before our commit, so ask again soon.
      lockTries++;
      next(lockTries < 50 ? RETRY_LOCK_MILLIS : settings.poll().toMillis());
    } else {
      lockTries = 0;
      next(outcome.read() == 0 && !woken ? settings.poll().toMillis() : 0);
    }
  }

  private void failed(Throwable failure) {
    if (failures == 0) {
      LOG.warnf("The relay cannot carry events for the moment: %s", failure.toString());
    }
    failures++;
    long pause = Math.min(settings.maxPause().toMillis(), 100L << Math.min(failures, 10));
    next(pause);
  }

  private void next(long pause) {
    running = false;
    if (stopping) {
      stopped.countDown();
    } else if (pause == 0) {
      run();
    } else {
      timer = vertx.setTimer(pause, x -> run());
    }
  }
}
