package dev.helpdesk.ticketing.sla;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How quickly tickets of one priority are to be solved and, if that is promised, answered. */
@Schema(name = "SlaTarget")
public record Target(
    @Schema(examples = "240") @NotNull @Min(1) @Max(Target.LONGEST) Integer resolutionMinutes,
    @Schema(examples = "30") @Min(1) @Max(Target.LONGEST) @Nullable Integer firstResponseMinutes) {
  /** A year. */
  public static final int LONGEST = 525_600;

  static Target ofHours(int hours) {
    return new Target(hours * 60, null);
  }
}
