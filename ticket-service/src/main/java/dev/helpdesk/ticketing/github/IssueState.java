package dev.helpdesk.ticketing.github;

import dev.helpdesk.ticketing.ticket.OutsideChange;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The newest that we know of an issue. It learns from events in whatever order they come, and tells
 * what of an event was news: neither what is older than what it knows, nor what we wrote ourselves.
 */
final class IssueState {
  /** So much later than our write GitHub may date what it tells of that. */
  private static final Duration ECHO = Duration.ofSeconds(10);

  @Nullable String state;
  @Nullable Instant stateAt;
  @Nullable IssueContent content;
  @Nullable Instant contentAt;
  @Nullable Instant writtenAt;
  @Nullable Sent sent;
  boolean filed;

  /** What we are just writing to the issue. */
  record Sent(IssueContent content, String state) {}

  /** Title, body and tags, as an event has them. */
  OutsideChange learnContent(RemoteIssue issue) {
    IssueContent now = issue.content();
    if (now == null || isOlder(issue.updatedAt(), contentAt)) {
      return OutsideChange.NONE;
    }
    IssueContent before = content;
    content = now;
    contentAt = later(issue.updatedAt(), contentAt);
    boolean first = before == null;
    IssueContent mine = sent == null ? null : sent.content();
    return new OutsideChange(
        isNews(now.title(), first ? null : before.title(), mine == null ? null : mine.title())
            ? now.title()
            : null,
        isNews(now.body(), first ? null : before.body(), mine == null ? null : mine.body())
            ? now.body()
            : null,
        isNews(now.tags(), first ? null : before.tags(), mine == null ? null : mine.tags())
            ? now.tags()
            : null,
        null,
        null);
  }

  private static boolean isNews(Object now, @Nullable Object before, @Nullable Object mine) {
    return !now.equals(before) && !now.equals(mine);
  }

  /** That the issue was closed, or opened again. */
  OutsideChange learnState(String to, @Nullable Instant at) {
    if (isOlder(at, stateAt)) {
      return OutsideChange.NONE;
    }
    boolean news = !to.equals(state) || isLater(at);
    boolean echo = sent != null && to.equals(sent.state());
    state = to;
    stateAt = later(at, stateAt);
    return news && !echo ? OutsideChange.settling(to.equals("closed")) : OutsideChange.NONE;
  }

  /** The same state again at a later time: we missed that it was another one between. */
  private boolean isLater(@Nullable Instant at) {
    if (at == null || stateAt == null) {
      return true;
    }
    boolean ours = Objects.equals(writtenAt, stateAt);
    return at.isAfter(ours ? stateAt.plus(ECHO) : stateAt);
  }

  /** An issue that was just opened; its state may be known from a later event. */
  void learnOpened(RemoteIssue issue) {
    learnContent(issue);
    if (state == null) {
      state = issue.state();
      stateAt = issue.updatedAt();
    }
  }

  /** What GitHub answered when we wrote. */
  void wrote(IssueContent written, RemoteIssue answer) {
    content = answer.content() == null ? written : answer.content();
    state = answer.state();
    contentAt = later(answer.updatedAt(), contentAt);
    stateAt = later(answer.updatedAt(), stateAt);
    writtenAt = stateAt;
    sent = null;
  }

  private static boolean isOlder(@Nullable Instant at, @Nullable Instant known) {
    return at != null && known != null && at.isBefore(known);
  }

  private static @Nullable Instant later(@Nullable Instant a, @Nullable Instant b) {
    return a == null || (b != null && b.isAfter(a)) ? b : a;
  }
}
