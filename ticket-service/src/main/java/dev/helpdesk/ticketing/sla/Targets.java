package dev.helpdesk.ticketing.sla;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A target for each priority. */
@Schema(name = "SlaTargets")
public record Targets(
    @NotNull @Valid Target critical,
    @NotNull @Valid Target high,
    @NotNull @Valid Target medium,
    @NotNull @Valid Target low) {
  static final Targets DEFAULT =
      new Targets(Target.ofHours(1), Target.ofHours(4), Target.ofHours(24), Target.ofHours(48));

  /** By the rank of the priority, from 1 (low) to 4 (critical). */
  public Target of(int rank) {
    return switch (rank) {
      case 1 -> low;
      case 2 -> medium;
      case 3 -> high;
      case 4 -> critical;
      default -> throw new IllegalArgumentException("No such priority: " + rank);
    };
  }
}
