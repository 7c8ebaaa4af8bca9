package dev.helpdesk.auth.token;

import java.security.PublicKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of the key table; a mounted key has its private half in a file. */
record SigningKey(
    String kid,
    PublicKey publicKey,
    @Nullable String privatePem,
    Instant createdAt,
    Instant signsFrom,
    State state) {

  /** What a key does at the moment. */
  enum State {
    /** Published, and signs soon. */
    NEXT,
    CURRENT,
    /** Signs no more; its tokens hold until they expire. */
    PREVIOUS,
    /** Not published any more. */
    RETIRED
  }

  /** As far as its private half is at hand. */
  boolean signs() {
    return state == State.CURRENT || state == State.PREVIOUS;
  }

  boolean hasPrivate() {
    return privatePem != null;
  }

  boolean isPublished() {
    return state != State.RETIRED;
  }
}
