package dev.helpdesk.ticketing.ticket;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A priority or a severity, by rank. */
@Schema(enumeration = {"low", "medium", "high", "critical"})
public enum Level {
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL;

  /** How the database writes it and sorts by it. */
  public short rank() {
    return (short) (ordinal() + 1);
  }

  public static Level ranked(int rank) {
    return values()[rank - 1];
  }

  @JsonValue
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  public static Level of(String name) {
    return Arrays.stream(values())
        .filter(level -> level.wire().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such level"));
  }
}
