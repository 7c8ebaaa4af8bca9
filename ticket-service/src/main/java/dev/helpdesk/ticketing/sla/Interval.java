package dev.helpdesk.ticketing.sla;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A stretch of time that counts towards a deadline, or does not; a wait may still go on. */
@Schema(name = "SlaInterval")
public record Interval(Instant from, @Nullable Instant to, Reason.Kind kind, Reason reason) {
  static Interval of(Instant from, @Nullable Instant to, Reason reason) {
    return new Interval(from, to, reason.kind(), reason);
  }
}
