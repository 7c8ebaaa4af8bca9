package dev.helpdesk.ticketing.github;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** GitHub did not do what it was asked. What it said is not passed on, only what that means. */
final class GithubFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is to be made of it. */
  enum Kind {
    /** It said no, and will again. */
    REFUSED,
    /** We asked too often. */
    LIMITED,
    /** Nobody knows what became of the call. */
    UNCERTAIN
  }

  private final Kind kind;
  private final transient @Nullable Instant retryAt;

  private GithubFailure(Kind kind, String message, @Nullable Instant retryAt) {
    super(message, null, false, false);
    this.kind = kind;
    this.retryAt = retryAt;
  }

  static GithubFailure refused(int status) {
    return new GithubFailure(Kind.REFUSED, "GitHub answered " + status + ".", null);
  }

  static GithubFailure limited(Instant until) {
    return new GithubFailure(Kind.LIMITED, "GitHub takes no more calls for now.", until);
  }

  static GithubFailure uncertain(String message) {
    return new GithubFailure(Kind.UNCERTAIN, message, null);
  }

  /** What went wrong outside of GitHub's answers counts as no answer. */
  static GithubFailure of(Throwable failure) {
    return failure instanceof GithubFailure known
        ? known
        : uncertain("GitHub did not answer in time.");
  }

  Kind kind() {
    return kind;
  }

  @Nullable Instant retryAt() {
    return retryAt;
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
