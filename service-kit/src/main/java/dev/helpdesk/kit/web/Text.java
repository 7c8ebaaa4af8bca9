package dev.helpdesk.kit.web;

/** Rules for text that come before any meaning of it. */
public final class Text {
  private Text() {}

  /** No NUL, which PostgreSQL cannot hold, and no half of a surrogate pair, which UTF-8 cannot. */
  public static boolean isStorable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isLowSurrogate(c)) {
        return false;
      }
      if (Character.isHighSurrogate(c)) {
        i++;
        if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
          return false;
        }
      }
    }
    return true;
  }
}
