package dev.helpdesk.auth.session;

import java.util.UUID;

/** A live session and the refresh token that continues it. */
public record Session(UUID id, UUID account, String refreshToken) {
  /** Never the token. */
  @Override
  public String toString() {
    return "Session[" + id + "]";
  }
}
