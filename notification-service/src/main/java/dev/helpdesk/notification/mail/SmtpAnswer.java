package dev.helpdesk.notification.mail;

/** How SMTP took a mail. */
public record SmtpAnswer(Verdict verdict, String text) {
  /** Taken, refused for now, or refused for good. */
  public enum Verdict {
    ACCEPTED,
    TRY_AGAIN,
    REFUSED
  }
}
