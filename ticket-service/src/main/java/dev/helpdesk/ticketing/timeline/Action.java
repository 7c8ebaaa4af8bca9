package dev.helpdesk.ticketing.timeline;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What can happen to a ticket. */
public enum Action {
  CREATED,
  UPDATED,
  STATUS_CHANGED,
  ASSIGNED,
  DELETED,
  RESTORED,
  COMMENTED,
  COMMENT_EDITED,
  COMMENT_DELETED,
  GITHUB_SYNCED,
  GITHUB_SYNC_FAILED,
  LINKED,
  UNLINKED,
  DUPLICATE_RESOLVED;

  @JsonValue
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
