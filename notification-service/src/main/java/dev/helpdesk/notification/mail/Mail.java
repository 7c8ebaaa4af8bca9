package dev.helpdesk.notification.mail;

import java.util.Map;

/** What one mail says, and its headers besides those of address and time. */
public record Mail(String subject, String text, String html, Map<String, String> headers) {
  /** Never the content. */
  @Override
  public String toString() {
    return "Mail";
  }
}
