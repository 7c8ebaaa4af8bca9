package dev.helpdesk.contracts.user;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What somebody is in the whole system, least rights first. Goes over the wire in lower case. */
public enum Role {
  USER,
  AGENT,
  ADMIN;

  @JsonValue
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Takes our names and the ones that the united systems used for the same. */
  @JsonCreator
  public static Role of(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "user", "reporter" -> USER;
      case "agent", "developer", "dev", "support_agent" -> AGENT;
      case "admin" -> ADMIN;
      default -> throw new IllegalArgumentException("no such role");
    };
  }
}
