package dev.helpdesk.auth.account;

import java.text.Normalizer;

/** The one spelling of a name. */
final class PersonNames {
  private PersonNames() {}

  static String normal(String name) {
    return name == null ? name : Normalizer.normalize(name, Normalizer.Form.NFC).strip();
  }
}
