package dev.helpdesk.notification.delivery;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a delivery stands. */
public enum Status {
  PENDING,
  SENT,
  PARKED;

  @JsonValue
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  public static Status of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
