package dev.helpdesk.notification.mail;

/** The words of a security notice, in the languages that we speak. */
record SessionEndedText(
    String language,
    String subject,
    String greeting,
    String what,
    String whenLabel,
    String fromLabel,
    String advice) {

  private static final SessionEndedText ENGLISH =
      new SessionEndedText(
          "en",
          "A session of yours was ended",
          "Hello",
          "Somebody used a sign-in of yours that had been replaced already. It may have been copied,"
              + " so we ended that session.",
          "When:",
          "From:",
          "Sign in again. If this was not one of your own devices, change your password: that ends"
              + " every session.");

  private static final SessionEndedText GERMAN =
      new SessionEndedText(
          "de",
          "Eine Ihrer Sitzungen wurde beendet",
          "Guten Tag",
          "Jemand hat eine Anmeldung von Ihnen benutzt, die schon ersetzt war. Sie könnte kopiert"
              + " worden sein, darum haben wir diese Sitzung beendet.",
          "Wann:",
          "Von:",
          "Melden Sie sich neu an. Falls es keines Ihrer Geräte war, ändern Sie Ihr Passwort: das"
              + " beendet alle Sitzungen.");

  static SessionEndedText of(Wording wording) {
    return wording == Wording.DE ? GERMAN : ENGLISH;
  }
}
