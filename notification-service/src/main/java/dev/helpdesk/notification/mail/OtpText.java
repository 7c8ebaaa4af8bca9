package dev.helpdesk.notification.mail;

/** The words around a one-time password, in the languages that we speak. */
record OtpText(
    String language,
    String subject,
    String intro,
    String validBefore,
    String validAfter,
    String ignore) {

  static OtpText of(Wording wording, boolean passwordReset) {
    return wording == Wording.DE ? german(passwordReset) : english(passwordReset);
  }

  private static OtpText english(boolean passwordReset) {
    return new OtpText(
        "en",
        passwordReset ? "Your code for a new password" : "Your code for Helpdesk",
        passwordReset
            ? "With this code you can choose a new password:"
            : "With this code you can finish your registration:",
        "It is valid for",
        "minutes and works once.",
        "If you did not ask for it, ignore this mail; nobody can do anything without the code.");
  }

  private static OtpText german(boolean passwordReset) {
    return new OtpText(
        "de",
        passwordReset ? "Ihr Code für ein neues Passwort" : "Ihr Code für Helpdesk",
        passwordReset
            ? "Mit diesem Code können Sie ein neues Passwort wählen:"
            : "Mit diesem Code schließen Sie Ihre Registrierung ab:",
        "Er gilt",
        "Minuten und nur einmal.",
        "Falls Sie ihn nicht angefordert haben, ignorieren Sie diese Mail; ohne den Code kann niemand etwas tun.");
  }
}
