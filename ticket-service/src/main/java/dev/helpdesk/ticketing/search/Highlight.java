package dev.helpdesk.ticketing.search;

import dev.helpdesk.ticketing.search.Words.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * A passage of a text around what was found, as a piece of HTML: the text is escaped, what was
 * found stands between {@code <mark>} and {@code </mark>}, which are the only tags there can be.
 */
final class Highlight {
  private static final int BEFORE = 60;
  private static final int LENGTH = 240;

  private Highlight() {}

  static boolean has(String text, Wanted wanted) {
    return !found(text, wanted).isEmpty();
  }

  static String of(String text, Wanted wanted) {
    List<Word> found = found(text, wanted);
    int first = found.isEmpty() ? 0 : found.get(0).from();
    int from = whole(text, first <= BEFORE ? 0 : first - BEFORE);
    int to = whole(text, Math.min(text.length(), from + LENGTH));
    StringBuilder html = new StringBuilder(from > 0 ? "…" : "");
    int at = from;
    for (Word word : found) {
      if (word.to() <= to) {
        escape(html, text, at, word.from());
        html.append("<mark>");
        escape(html, text, word.from(), word.to());
        html.append("</mark>");
        at = word.to();
      }
    }
    escape(html, text, at, to);
    return html.append(to < text.length() ? "…" : "").toString();
  }

  private static List<Word> found(String text, Wanted wanted) {
    List<Word> found = new ArrayList<>();
    Words.forEach(
        text,
        word -> {
          if (wanted.marks(word.text())) {
            found.add(word);
          }
        });
    return found;
  }

  /** Not between the halves of a character. */
  private static int whole(String text, int at) {
    boolean inside = at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at));
    return inside ? at - 1 : at;
  }

  private static void escape(StringBuilder html, String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '"' -> html.append("&quot;");
        case '\'' -> html.append("&#39;");
        default -> html.append(c);
      }
    }
  }
}
