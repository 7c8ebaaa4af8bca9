package dev.helpdesk.notification.mail;

/** How SMTP took a mail. */
public record SmtpAnswer(Verdict verdict, String text) {
  /** Taken, refused for now, refused for good, or nobody there who could say. */
  public enum Verdict {
    ACCEPTED,
    TRY_AGAIN,
    REFUSED,
    UNREACHABLE
  }
}
