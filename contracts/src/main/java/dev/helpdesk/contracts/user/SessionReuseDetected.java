package dev.helpdesk.contracts.user;

import dev.helpdesk.contracts.Event;
import dev.helpdesk.contracts.Topics;
import java.time.Instant;
import java.util.UUID;

/**
 * A dead refresh token came back, so somebody may have stolen a session; it was ended. Has a key of
 * its own, so that compaction never takes it for the person's state.
 */
public record SessionReuseDetected(
    UUID userId, String email, String name, String language, Instant detectedAt, String address)
    implements Event {
  public static final String TYPE = "helpdesk.user.session-reuse-detected.v1";

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public String topic() {
    return Topics.USERS;
  }

  @Override
  public String key() {
    return userId + ":security";
  }
}
