package dev.helpdesk.auth.email;

import java.util.Locale;

/** The one spelling of an address, by which it is stored, compared and counted. */
public final class EmailAddress {
  /**
   * ASCII only: letters that merely look alike would make two accounts that people cannot tell
   * apart. A domain needs no dot, because hosts of a company's own network have none.
   */
  static final String PATTERN =
      "(?=.{3,254}$)(?=[^@]{1,64}@)[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
          + "@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*";

  private EmailAddress() {}

  /**
   * Trimmed and in lower case. A text that is not ASCII stays as it is, to be refused: lower-casing
   * would turn the Kelvin sign into a plain k.
   */
  public static String normal(String text) {
    return text == null || !isAscii(text) ? text : text.strip().toLowerCase(Locale.ROOT);
  }

  /** Of an address in its one spelling. */
  public static boolean isPlain(String address) {
    return address.matches(PATTERN);
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 128);
  }
}
