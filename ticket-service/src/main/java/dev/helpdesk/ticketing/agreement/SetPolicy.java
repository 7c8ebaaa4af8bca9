package dev.helpdesk.ticketing.agreement;

import dev.helpdesk.ticketing.sla.BusinessCalendar;
import dev.helpdesk.ticketing.sla.SlaPolicies.Terms;
import dev.helpdesk.ticketing.sla.Targets;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a space is to promise from now on. */
@Schema(name = "SetSlaPolicy")
record SetPolicy(
    @NotNull @Valid Targets targets,
    @Schema(description = "Without one, time counts day and night") @Valid
        @Nullable BusinessCalendar calendar,
    @Schema(description = "The version that the change was meant for") @Nullable Integer version) {

  Terms terms() {
    if (calendar != null) {
      calendar.check();
    }
    return new Terms(targets, calendar);
  }
}
