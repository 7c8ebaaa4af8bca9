package dev.helpdesk.auth.account;

import java.util.Locale;

/** What a name to sign in with may look like, and how one is made of an address. */
final class Username {
  static final String PATTERN = "[A-Za-z0-9._-]{3,30}";
  static final String RULE = "must be 3 to 30 letters, digits, '.', '_' or '-'";

  private static final int MIN = 3;

  /** Leaves room for a number that makes it unique. */
  private static final int MAX_DERIVED = 24;

  private Username() {}

  /** The local part of the address without what a username may not hold. */
  static String derivedFrom(String email) {
    String local = email.substring(0, email.indexOf('@')).toLowerCase(Locale.ROOT);
    String plain = local.replaceAll("\\+.*$", "").replaceAll("[^a-z0-9._-]", "");
    String cut = plain.length() > MAX_DERIVED ? plain.substring(0, MAX_DERIVED) : plain;
    if (cut.length() >= MIN) {
      return cut;
    }
    return cut.isEmpty() ? "user" : "user-" + cut;
  }
}
