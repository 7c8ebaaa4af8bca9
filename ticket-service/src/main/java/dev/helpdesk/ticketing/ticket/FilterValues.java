package dev.helpdesk.ticketing.ticket;

import dev.helpdesk.kit.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what a caller wrote into a filter; what cannot be read is refused by its parameter. */
final class FilterValues {
  private static final int MOST = 100;

  private FilterValues() {}

  /** The parts between commas; none where the parameter was not given. */
  static List<String> several(String parameter, @Nullable String text) {
    if (text == null) {
      return List.of();
    }
    List<String> parts = Arrays.stream(text.split(",", -1)).map(String::trim).distinct().toList();
    if (parts.contains("") || parts.size() > MOST) {
      throw ProblemException.invalid(parameter, "must be 1 to 100 values with commas between");
    }
    return parts;
  }

  static <T> List<T> several(
      String parameter, @Nullable String text, Function<String, T> value, String known) {
    return several(parameter, text).stream()
        .map(part -> one(parameter, part, value, known))
        .distinct()
        .toList();
  }

  static <T> T one(String parameter, String text, Function<String, T> value, String known) {
    try {
      return value.apply(text);
    } catch (IllegalArgumentException e) {
      throw ProblemException.invalid(parameter, "must be of " + known);
    }
  }

  static @Nullable Boolean flag(String parameter, @Nullable String text) {
    if (text == null || text.equals("true") || text.equals("false")) {
      return text == null ? null : Boolean.valueOf(text);
    }
    throw ProblemException.invalid(parameter, "must be true or false");
  }

  /** An instant, or a date for its first moment in UTC. */
  static @Nullable Instant instant(String parameter, @Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      return text.length() == 10
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw ProblemException.invalid(parameter, "must be an instant like 2026-01-31T09:30:00Z");
    }
  }
}
