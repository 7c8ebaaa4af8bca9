package dev.helpdesk.ticketing.sla;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The open spans of each weekday; a day without any is closed. */
@Schema(name = "BusinessWeek")
public record Week(
    @Size(max = Week.MOST) @Nullable List<@NotNull @Valid OpenSpan> monday,
    @Size(max = Week.MOST) @Nullable List<@NotNull @Valid OpenSpan> tuesday,
    @Size(max = Week.MOST) @Nullable List<@NotNull @Valid OpenSpan> wednesday,
    @Size(max = Week.MOST) @Nullable List<@NotNull @Valid OpenSpan> thursday,
    @Size(max = Week.MOST) @Nullable List<@NotNull @Valid OpenSpan> friday,
    @Size(max = Week.MOST) @Nullable List<@NotNull @Valid OpenSpan> saturday,
    @Size(max = Week.MOST) @Nullable List<@NotNull @Valid OpenSpan> sunday) {
  static final int MOST = 100;

  List<OpenSpan> on(DayOfWeek day) {
    List<OpenSpan> spans =
        switch (day) {
          case MONDAY -> monday;
          case TUESDAY -> tuesday;
          case WEDNESDAY -> wednesday;
          case THURSDAY -> thursday;
          case FRIDAY -> friday;
          case SATURDAY -> saturday;
          case SUNDAY -> sunday;
        };
    return spans == null ? List.of() : spans;
  }
}
