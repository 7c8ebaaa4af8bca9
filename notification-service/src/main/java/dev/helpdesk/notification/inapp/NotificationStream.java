package dev.helpdesk.notification.inapp;

import dev.helpdesk.notification.inapp.FeedQuery.Entry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What somebody missed since they were here last, then what comes, without gap or repeat. */
@ApplicationScoped
class NotificationStream {
  private final Feed feed;
  private final FeedQuery query;
  private final int buffer;

  NotificationStream(Feed feed, FeedQuery query, StreamSettings settings) {
    this.feed = feed;
    this.query = query;
    this.buffer = settings.buffer();
  }

  /** Ends where the reader is slower than what comes; they come back and go on from there. */
  Multi<NotificationView> open(UUID user, @Nullable UUID seen) {
    UnicastProcessor<Entry> live =
        UnicastProcessor.create(new ArrayBlockingQueue<>(buffer), () -> {});
    Consumer<Entry> listener = live::onNext;
    return feed.join(user, listener)
        .onItem()
        .transformToMulti(place -> from(user, seen, place, live))
        .map(Entry::view)
        .onTermination()
        .invoke(() -> feed.leave(user, listener));
  }

  /** The listener was there before the place was known, so it may have heard what is below it. */
  private Multi<Entry> from(UUID user, @Nullable UUID seen, Place place, Multi<Entry> live) {
    Multi<Entry> coming = live.filter(entry -> entry.place().compareTo(place) > 0);
    if (seen == null) {
      return coming;
    }
    Multi<Entry> missed =
        query
            .placeOf(user, seen)
            .onItem()
            .transformToMulti(start -> missed(user, start, place))
            .filter(Entry::sees);
    return Multi.createBy().concatenating().streams(missed, coming);
  }

  private Multi<Entry> missed(UUID user, Place start, Place end) {
    return Multi.createBy()
        .repeating()
        .uni(
            () -> new Walk(start),
            walk -> query.missed(user, walk.place, end).invoke(walk::advance))
        .whilst(entries -> entries.size() == FeedQuery.MOST)
        .onItem()
        .transformToIterable(entries -> entries);
  }

  /** How far the missed ones were read. */
  private static final class Walk {
    private Place place;

    Walk(Place place) {
      this.place = place;
    }

    void advance(List<Entry> read) {
      if (!read.isEmpty()) {
        place = read.get(read.size() - 1).place();
      }
    }
  }
}
