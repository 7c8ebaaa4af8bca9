package dev.helpdesk.ticketing.space;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes a space's key from its name. */
final class SpaceKey {
  private static final int MOST_INITIALS = 5;
  private static final int LETTERS_OF_ONE_WORD = 3;

  /** Latin letters that do not come apart into a base letter and a mark. */
  private static final Map<String, String> LATIN =
      Map.ofEntries(
          Map.entry("ß", "ss"),
          Map.entry("Æ", "AE"),
          Map.entry("Œ", "OE"),
          Map.entry("Ø", "O"),
          Map.entry("Ł", "L"),
          Map.entry("Đ", "D"),
          Map.entry("Ð", "D"),
          Map.entry("Þ", "TH"),
          Map.entry("Ħ", "H"),
          Map.entry("ı", "I"),
          Map.entry("Ŧ", "T"));

  private SpaceKey() {}

  /** The key that a name asks for, whether or not it is free. */
  static String of(String name) {
    List<String> words =
        Arrays.stream(name.split("[^\\p{L}\\p{M}\\p{N}]+"))
            .map(SpaceKey::fold)
            .filter(word -> !word.isEmpty())
            .toList();
    if (words.isEmpty()) {
      return "SP";
    }
    String key = words.size() == 1 ? start(words.get(0)) : initials(words);
    return key.length() == 1 ? key + "X" : key;
  }

  /** The key itself if it is free, else with the lowest free number from 2. */
  static String free(String key, Set<String> taken) {
    if (!taken.contains(key)) {
      return key;
    }
    int number = 2;
    while (taken.contains(key + number)) {
      number++;
    }
    return key + number;
  }

  private static String start(String word) {
    return word.substring(0, Math.min(LETTERS_OF_ONE_WORD, word.length()));
  }

  private static String initials(List<String> words) {
    return words.stream()
        .limit(MOST_INITIALS)
        .map(word -> word.substring(0, 1))
        .collect(Collectors.joining());
  }

  private static String fold(String word) {
    String upper = word.toUpperCase(Locale.ROOT);
    for (Map.Entry<String, String> letter : LATIN.entrySet()) {
      upper = upper.replace(letter.getKey(), letter.getValue());
    }
    return Normalizer.normalize(upper, Normalizer.Form.NFKD)
        .toUpperCase(Locale.ROOT)
        .replaceAll("[^A-Z0-9]", "");
  }
}
