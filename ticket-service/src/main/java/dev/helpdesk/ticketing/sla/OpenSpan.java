package dev.helpdesk.ticketing.sla;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A part of a day in which time counts, by the clock on the wall. */
@Schema(name = "OpenSpan")
public record OpenSpan(
    @Schema(examples = "09:00")
        @NotNull
        @Pattern(regexp = "([01]\\d|2[0-3]):[0-5]\\d", message = "must be a time of day like 09:00")
        String from,
    @Schema(examples = "17:30")
        @NotNull
        @Pattern(
            regexp = "([01]\\d|2[0-3]):[0-5]\\d|24:00",
            message = "must be a time of day like 17:30, at most 24:00")
        String to) {

  int fromMinute() {
    return minute(from);
  }

  int toMinute() {
    return minute(to);
  }

  private static int minute(String time) {
    return Integer.parseInt(time, 0, 2, 10) * 60 + Integer.parseInt(time, 3, 5, 10);
  }
}
