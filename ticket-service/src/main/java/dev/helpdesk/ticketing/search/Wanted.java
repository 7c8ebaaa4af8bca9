package dev.helpdesk.ticketing.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A search as it is understood: words and rows of words that must be there, or must not. */
record Wanted(List<Term> terms, @Nullable Key key) {
  private static final Pattern PART = Pattern.compile("(-?)(?:\"([^\"]*)\"?|(\\S+))");
  private static final Pattern KEY = Pattern.compile("([A-Za-z0-9]{1,20})-([1-9]\\d{0,8})");

  /** Words in a row; of a prefix, the last one is only the beginning. */
  record Term(List<String> words, boolean without, boolean prefix) {

    /** As a tsquery; the words hold neither quotes nor backslashes. */
    String text() {
      String row =
          words.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" <-> "));
      return (without ? "!(" : "(") + row + (prefix ? ":*)" : ")");
    }
  }

  /** A ticket's key. */
  record Key(String space, int number) {}

  static Wanted of(String text) {
    List<Term> terms = new ArrayList<>();
    Matcher parts = PART.matcher(text.strip());
    while (parts.find()) {
      String word = parts.group(3);
      boolean without = !parts.group(1).isEmpty();
      boolean last = parts.hitEnd() || parts.end() == text.strip().length();
      List<String> words = Words.of(word == null ? parts.group(2) : word);
      if (!words.isEmpty()) {
        terms.add(new Term(words, without, last && word != null && !without));
      }
    }
    return new Wanted(List.copyOf(terms), key(text.strip()));
  }

  private static @Nullable Key key(String text) {
    Matcher key = KEY.matcher(text);
    return key.matches()
        ? new Key(key.group(1).toUpperCase(Locale.ROOT), Integer.parseInt(key.group(2)))
        : null;
  }

  /** The whole as a tsquery; empty where there is nothing to look for. */
  String tsquery() {
    return terms.stream().allMatch(Term::without)
        ? ""
        : terms.stream().map(Term::text).collect(Collectors.joining(" & "));
  }

  /** Whether a word of a text, in lower case, is one that was looked for. */
  boolean marks(String word) {
    return marked().contains(word)
        || terms.stream()
            .filter(Term::prefix)
            .anyMatch(term -> word.startsWith(term.words().get(term.words().size() - 1)));
  }

  private Set<String> marked() {
    Set<String> marked = new HashSet<>();
    terms.stream().filter(term -> !term.without()).forEach(term -> marked.addAll(term.words()));
    return marked;
  }
}
