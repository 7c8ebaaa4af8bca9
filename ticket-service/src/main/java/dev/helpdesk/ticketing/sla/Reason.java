package dev.helpdesk.ticketing.sla;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a stretch of time counts or does not. */
@Schema(
    name = "SlaReason",
    enumeration = {"always_open", "business_hours", "outside_hours", "holiday", "waiting"})
public enum Reason {
  ALWAYS_OPEN(Kind.COUNTED),
  BUSINESS_HOURS(Kind.COUNTED),
  OUTSIDE_HOURS(Kind.CLOSED),
  HOLIDAY(Kind.CLOSED),
  WAITING(Kind.PAUSED);

  private final Kind kind;

  Reason(Kind kind) {
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  boolean counts() {
    return kind == Kind.COUNTED;
  }

  @JsonValue
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What a stretch of time does to a deadline. */
  @Schema(
      name = "SlaKind",
      enumeration = {"counted", "paused", "closed"})
  public enum Kind {
    COUNTED,
    PAUSED,
    CLOSED;

    @JsonValue
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
