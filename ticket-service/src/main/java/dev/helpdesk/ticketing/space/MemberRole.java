package dev.helpdesk.ticketing.space;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What somebody is in one space. */
public enum MemberRole {
  @JsonProperty("owner")
  OWNER,
  @JsonProperty("agent")
  AGENT,
  @JsonProperty("member")
  MEMBER;

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As it stands in the database. */
  public static @Nullable MemberRole of(@Nullable String text) {
    return text == null ? null : valueOf(text.toUpperCase(Locale.ROOT));
  }
}
