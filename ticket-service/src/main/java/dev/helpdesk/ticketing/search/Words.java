package dev.helpdesk.ticketing.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** A text's words: what stands between blanks and punctuation, in lower case. */
final class Words {
  private static final String PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

  private Words() {}

  /** A word and where it stands. */
  record Word(String text, int from, int to) {}

  static List<String> of(String text) {
    List<String> words = new ArrayList<>();
    forEach(text, word -> words.add(word.text()));
    return words;
  }

  static void forEach(String text, Consumer<Word> each) {
    int from = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean inside = i < text.length() && isPartOfWord(text.charAt(i));
      if (inside && from < 0) {
        from = i;
      } else if (!inside && from >= 0) {
        each.accept(new Word(text.substring(from, i).toLowerCase(Locale.ROOT), from, i));
        from = -1;
      }
    }
  }

  private static boolean isPartOfWord(char c) {
    return c > 127
        ? !Character.isWhitespace(c) && !Character.isSpaceChar(c)
        : c > ' ' && PUNCTUATION.indexOf(c) < 0;
  }
}
