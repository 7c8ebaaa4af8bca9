package dev.helpdesk.kit.idempotency;

import dev.helpdesk.kit.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** The Idempotency-Key header: 1 to 255 printable ASCII characters, quoted or bare. */
public final class IdempotencyKey {
  public static final String HEADER = "Idempotency-Key";

  private IdempotencyKey() {}

  /** The key without its quotes, null where there is none. */
  public static @Nullable String parse(@Nullable String header) {
    if (header == null) {
      return null;
    }
    String plain = header.trim();
    if (plain.length() >= 2 && plain.startsWith("\"") && plain.endsWith("\"")) {
      plain = plain.substring(1, plain.length() - 1);
    }
    if (plain.isEmpty()
        || plain.length() > 255
        || !plain.chars().allMatch(c -> c >= 32 && c < 127)) {
      throw ProblemException.invalid(HEADER, "must be 1 to 255 printable characters");
    }
    return plain;
  }
}
