package dev.helpdesk.ticketing.space;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Who sees a space: every signed-in user, or its members and admins. */
public enum Visibility {
  @JsonProperty("internal")
  INTERNAL,
  @JsonProperty("private")
  PRIVATE;

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As it stands in the database. */
  public static Visibility of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
