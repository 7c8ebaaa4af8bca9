package dev.helpdesk.notification.inapp;

import dev.helpdesk.kit.problem.ProblemException;
import dev.helpdesk.notification.inapp.FeedQuery.Entry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hands what is written, by whichever replica, to those who listen here: one query for all of them,
 * and none while nobody does.
 */
@ApplicationScoped
class Feed {
  private static final Logger LOG = Logger.getLogger(Feed.class);

  private final FeedQuery query;
  private final int most;
  private final Map<UUID, Set<Consumer<Entry>>> listeners = new ConcurrentHashMap<>();
  private final AtomicBoolean looking = new AtomicBoolean();
  private volatile boolean lookAgain;
  private volatile @Nullable Place place;
  private int count;

  Feed(FeedQuery query, StreamSettings settings) {
    this.query = query;
    this.most = settings.listeners();
  }

  /** Answers the place after which the listener is told of everything; call leave at the end. */
  Uni<Place> join(UUID user, Consumer<Entry> listener) {
    Place known;
    synchronized (this) {
      if (count == most) {
        return Uni.createFrom()
            .failure(ProblemException.unavailable("Too many listen already; try again."));
      }
      count++;
      known = place;
    }
    listeners.compute(user, (id, present) -> with(present, listener));
    return known != null ? Uni.createFrom().item(known) : query.now().map(this::begin);
  }

  private static Set<Consumer<Entry>> with(
      @Nullable Set<Consumer<Entry>> present, Consumer<Entry> listener) {
    Set<Consumer<Entry>> set = present == null ? ConcurrentHashMap.newKeySet() : present;
    set.add(listener);
    return set;
  }

  private synchronized Place begin(Place now) {
    Place known = place;
    if (known != null) {
      return known;
    }
    place = now;
    return now;
  }

  void leave(UUID user, Consumer<Entry> listener) {
    listeners.computeIfPresent(
        user,
        (id, present) -> {
          if (present.remove(listener)) {
            countOneLess();
          }
          return present.isEmpty() ? null : present;
        });
  }

  private synchronized void countOneLess() {
    count--;
  }

  @Scheduled(every = "${helpdesk.stream.poll:250ms}")
  void look() {
    if (isAlone()) {
      return;
    }
    lookAgain = true;
    if (!looking.compareAndSet(false, true)) {
      return;
    }
    lookAgain = false;
    Place from = place;
    if (from == null) {
      looking.set(false);
      return;
    }
    query.since(from).subscribe().with(this::tell, this::complain);
  }

  /** While nobody listens there is no place: the next listener begins at the then present. */
  private synchronized boolean isAlone() {
    if (count == 0 && !looking.get()) {
      place = null;
    }
    return count == 0;
  }

  private void tell(List<Entry> entries) {
    for (Entry entry : entries) {
      if (entry.sees()) {
        listeners.getOrDefault(entry.user(), Set.of()).forEach(l -> l.accept(entry));
      }
    }
    if (!entries.isEmpty()) {
      place = entries.get(entries.size() - 1).place();
    }
    looking.set(false);
    if (lookAgain || entries.size() == FeedQuery.MOST) {
      look();
    }
  }

  private void complain(Throwable failure) {
    looking.set(false);
    LOG.warnf("New notifications cannot be read: %s", failure.toString());
  }
}
