package dev.helpdesk.ticketing.ticket;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who is called by name in a text: @username. */
public final class Mentions {
  private static final int MOST = 50;
  private static final Pattern NAME =
      Pattern.compile("(?<![\\p{L}\\p{N}._%+@/-])@([A-Za-z0-9._-]{3,30})(?![A-Za-z0-9_@-])");

  private Mentions() {}

  /** Both readings of a name that a full stop or dash may end, in lower case. */
  public static Set<String> in(String text) {
    Set<String> names = new HashSet<>();
    Matcher matcher = NAME.matcher(text);
    while (text.indexOf('@') >= 0 && matcher.find() && names.size() < MOST) {
      String name = matcher.group(1).toLowerCase(Locale.ROOT);
      names.add(name);
      names.add(name.replaceAll("[.-]+$", ""));
    }
    return names;
  }

  /** Those whom the new text calls and the old one did not. */
  public static Set<String> added(String before, String after) {
    Set<String> names = in(after);
    names.removeAll(in(before));
    return names;
  }
}
