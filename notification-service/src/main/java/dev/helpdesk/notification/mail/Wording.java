package dev.helpdesk.notification.mail;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The languages that we speak; whoever speaks another one is written to in English. */
public enum Wording {
  EN,
  DE;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  public static Wording of(String language) {
    return language.toLowerCase(Locale.ROOT).startsWith("de") ? DE : EN;
  }

  public String language() {
    return name().toLowerCase(Locale.ROOT);
  }

  String say(String english, String german) {
    return this == DE ? german : english;
  }

  static String time(Instant instant) {
    return TIME.format(instant);
  }
}
