package dev.helpdesk.local.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The newest mails, in memory and (where it has a folder) on disk. */
final class MailStore {

  static final int CAPACITY = 2000;

  private final Deque<ReceivedMail> newestFirst = new ArrayDeque<>();
  private final @Nullable MailFolder folder;

  MailStore(@Nullable MailFolder folder) throws IOException {
    this.folder = folder;
    if (folder != null) {
      for (ReceivedMail mail : folder.loadAll()) {
        newestFirst.addFirst(mail);
      }
      dropOldest();
    }
  }

  synchronized void add(byte[] raw, Set<String> recipients) throws IOException {
    var mail =
        MailParser.parse(
            RandomSecret.next().substring(0, 22),
            // The file name on disk keeps milliseconds; the same mail must look alike after a
            // restart.
            Instant.now().truncatedTo(ChronoUnit.MILLIS),
            recipients,
            raw);
    if (folder != null) {
      folder.save(mail, recipients);
    }
    newestFirst.addFirst(mail);
    dropOldest();
  }

  synchronized List<ReceivedMail> find(Predicate<ReceivedMail> wanted) {
    return newestFirst.stream().filter(wanted).toList();
  }

  synchronized Optional<ReceivedMail> byId(String id) {
    return id.equals("latest")
        ? Optional.ofNullable(newestFirst.peekFirst())
        : newestFirst.stream().filter(mail -> mail.id().equals(id)).findFirst();
  }

  synchronized int size() {
    return newestFirst.size();
  }

  synchronized void removeIf(Predicate<ReceivedMail> unwanted) {
    newestFirst.removeIf(
        mail -> {
          boolean matches = unwanted.test(mail);
          if (matches) {
            forget(mail);
          }
          return matches;
        });
  }

  private void dropOldest() {
    while (newestFirst.size() > CAPACITY) {
      forget(newestFirst.removeLast());
    }
  }

  private void forget(ReceivedMail mail) {
    try {
      if (folder != null) {
        folder.remove(mail);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
