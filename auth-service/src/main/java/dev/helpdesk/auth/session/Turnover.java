package dev.helpdesk.auth.session;

import java.util.UUID;

/** What came of a refresh token. */
public sealed interface Turnover {
  /** The session goes on under a new token. */
  record Continued(Session session) implements Turnover {}

  /** No such token, or its session has ended. */
  record Unknown() implements Turnover {}

  /** Its time is over. */
  record Expired() implements Turnover {}

  /** A dead token came back: the whole session was ended. */
  record Reused(UUID account) implements Turnover {}
}
