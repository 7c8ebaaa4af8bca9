package dev.helpdesk.ticketing.github;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text as others wrote it, made into text as we keep it; and back. */
final class ForeignText {
  static final String CUT = "\n\n[…] The rest is on GitHub.";
  static final String NO_DESCRIPTION = "No description.";
  static final String NO_TITLE = "No title";
  private static final Pattern MARKER =
      Pattern.compile("<!-- helpdesk:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) -->");

  private ForeignText() {}

  static String title(@Nullable String text) {
    String clean = storable(text).replaceAll("\\s+", " ").strip();
    return clean.isEmpty() ? NO_TITLE : cut(clean, 200, "…");
  }

  /** Without our marker. */
  static String body(@Nullable String text) {
    String clean = MARKER.matcher(storable(text)).replaceAll("").replace("\r\n", "\n");
    String plain = clean.stripTrailing();
    return plain.isBlank() ? NO_DESCRIPTION : cut(plain, 50_000, CUT);
  }

  /** Empty where nothing was said. */
  static String comment(@Nullable String text) {
    return cut(storable(text).stripTrailing(), 20_000, CUT);
  }

  static String name(@Nullable String login) {
    String clean = storable(login).strip();
    return clean.isEmpty() ? "ghost" : cut(clean, 100, "…");
  }

  /** The marker in an issue's body; null where there is none. */
  static @Nullable UUID marker(@Nullable String body) {
    Matcher found = MARKER.matcher(body == null ? "" : body);
    return found.find() ? UUID.fromString(found.group(1)) : null;
  }

  static String marked(String body, @Nullable UUID marker) {
    return marker == null ? body : body + "\n\n<!-- helpdesk:" + marker + " -->";
  }

  static boolean isCut(String text) {
    return text.endsWith(CUT) || text.endsWith("…");
  }

  /** What no database text can hold becomes the sign for that. */
  private static String storable(@Nullable String text) {
    if (text == null) {
      return "";
    }
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().map(c -> isStorable(c) ? c : 0xFFFD).forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean isStorable(int c) {
    return c != 0 && !(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }

  private static String cut(String text, int most, String note) {
    if (text.codePointCount(0, text.length()) <= most) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, most - note.length())) + note;
  }
}
