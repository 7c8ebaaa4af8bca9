package dev.helpdesk.notification.delivery;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Keeps a lane's places filled: whenever one gets free, the next due mail takes it. A mail that
 * hangs keeps its own place and no other; one domain never gets all of them.
 */
final class LaneWork {
  private static final Logger LOG = Logger.getLogger(LaneWork.class);

  private final Lane lane;
  private final int places;
  private final DeliveryQueue queue;
  private final Function<DueMail, Uni<Void>> send;
  private final AtomicInteger taken = new AtomicInteger();
  private final Map<String, Integer> byDomain = new ConcurrentHashMap<>();
  private final AtomicBoolean looking = new AtomicBoolean();
  private volatile boolean lookAgain;
  private volatile boolean stopped;
  private volatile long restUntil = System.nanoTime();

  LaneWork(Lane lane, int places, DeliveryQueue queue, Function<DueMail, Uni<Void>> send) {
    this.lane = lane;
    this.places = places;
    this.queue = queue;
    this.send = send;
  }

  /** Looks for work unless it is being looked for; then once more after that. */
  void look() {
    if (stopped) {
      return;
    }
    lookAgain = true;
    if (!looking.compareAndSet(false, true)) {
      return;
    }
    lookAgain = false;
    int free = places - taken.get();
    if (free <= 0 || System.nanoTime() - restUntil < 0) {
      looking.set(false);
      return;
    }
    queue
        .claim(lane, free, perDomain(), Map.copyOf(byDomain))
        .subscribe()
        .with(this::start, this::complain);
  }

  private int perDomain() {
    return Math.max(1, places - Math.max(1, places / 4));
  }

  /** Nobody is there who takes mail: it is no use to try one after the other. */
  void rest(Duration time) {
    restUntil = System.nanoTime() + time.toNanos();
  }

  void stop() {
    stopped = true;
  }

  private void start(Collection<DueMail> mails) {
    mails.forEach(this::begin);
    looking.set(false);
    if (lookAgain) {
      look();
    }
  }

  private void begin(DueMail mail) {
    String domain = mail.first().domain();
    taken.incrementAndGet();
    byDomain.merge(domain, 1, Integer::sum);
    Uni.createFrom()
        .deferred(() -> send.apply(mail))
        .onTermination()
        .invoke(() -> end(domain))
        .subscribe()
        .with(
            done -> {},
            failure -> LOG.warnf("What became of a mail is not recorded: %s", failure.toString()));
  }

  private void end(String domain) {
    byDomain.computeIfPresent(domain, (key, n) -> n == 1 ? null : n - 1);
    taken.decrementAndGet();
    look();
  }

  /** The next poll looks again. */
  private void complain(Throwable failure) {
    looking.set(false);
    LOG.warnf("Due mail cannot be looked for: %s", failure.toString());
  }
}
