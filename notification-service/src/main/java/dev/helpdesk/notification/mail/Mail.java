package dev.helpdesk.notification.mail;

/** What one mail says. */
public record Mail(String subject, String text, String html) {
  /** Never the content. */
  @Override
  public String toString() {
    return "Mail";
  }
}
