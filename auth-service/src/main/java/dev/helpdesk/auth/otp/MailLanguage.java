package dev.helpdesk.auth.otp;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.jspecify.annotations.Nullable;

/** The language for somebody of whom nothing may be known but what their client prefers. */
final class MailLanguage {
  private static final Locale DEFAULT = Locale.ENGLISH;
  private static final List<Locale> KNOWN = List.of(DEFAULT, Locale.GERMAN);

  /** Longer than what browsers send; what takes long to read is not read. */
  private static final int MAX_LENGTH = 200;

  private MailLanguage() {}

  /** Of an Accept-Language header; one that cannot be read or met is as good as none. */
  static String of(@Nullable String header) {
    return header == null || header.length() > MAX_LENGTH
        ? DEFAULT.getLanguage()
        : preferred(header).getLanguage();
  }

  private static Locale preferred(String header) {
    try {
      Locale found = Locale.lookup(LanguageRange.parse(header), KNOWN);
      return found == null ? DEFAULT : found;
    } catch (IllegalArgumentException e) {
      return DEFAULT;
    }
  }
}
