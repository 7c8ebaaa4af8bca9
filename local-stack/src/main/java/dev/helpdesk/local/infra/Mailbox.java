package dev.helpdesk.local.infra;

import java.util.Locale;

/** A name and an address, as in {@code Ann <ann@example.org>}. */
public record Mailbox(String name, String address) {

  boolean mentions(String text) {
    String wanted = text.toLowerCase(Locale.ROOT);
    return address.toLowerCase(Locale.ROOT).contains(wanted)
        || name.toLowerCase(Locale.ROOT).contains(wanted);
  }
}
