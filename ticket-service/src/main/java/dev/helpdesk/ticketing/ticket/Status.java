package dev.helpdesk.ticketing.ticket;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a ticket stands, and where it may go from there. */
@Schema(enumeration = {"open", "in_progress", "waiting", "resolved", "closed"})
public enum Status {
  OPEN,
  IN_PROGRESS,
  WAITING,
  RESOLVED,
  CLOSED;

  private static final Map<Status, Set<Status>> NEXT =
      Map.of(
          OPEN, EnumSet.of(IN_PROGRESS),
          IN_PROGRESS, EnumSet.of(OPEN, WAITING, RESOLVED),
          WAITING, EnumSet.of(IN_PROGRESS, RESOLVED),
          RESOLVED, EnumSet.of(OPEN, CLOSED),
          CLOSED, EnumSet.of(OPEN));

  boolean leadsTo(Status target) {
    return NEXT.getOrDefault(this, Set.of()).contains(target);
  }

  List<String> allowed() {
    return NEXT.getOrDefault(this, Set.of()).stream().map(Status::wire).toList();
  }

  /** Whether work on the ticket is done, so that no deadline runs any more. */
  public boolean isSettled() {
    return this == RESOLVED || this == CLOSED;
  }

  /** How the database writes it. */
  public short rank() {
    return (short) (ordinal() + 1);
  }

  public static Status ranked(int rank) {
    return values()[rank - 1];
  }

  @JsonValue
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Takes our names and the ones that the united systems used for the same. */
  @JsonCreator
  public static Status of(String name) {
    return switch (name) {
      case "to_do", "todo" -> OPEN;
      case "done" -> RESOLVED;
      default ->
          Arrays.stream(values())
              .filter(status -> status.wire().equals(name))
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException("no such status"));
    };
  }
}
