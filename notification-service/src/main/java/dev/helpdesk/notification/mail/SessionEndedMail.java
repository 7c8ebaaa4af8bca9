package dev.helpdesk.notification.mail;

import dev.helpdesk.contracts.user.SessionReuseDetected;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The mail that tells of a session which was ended because its token came back dead. */
public final class SessionEndedMail {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  private SessionEndedMail() {}

  @CheckedTemplate
  static final class Templates {
    private Templates() {}

    static native TemplateInstance html(
        SessionEndedText text, String name, String time, String address);

    static native TemplateInstance text(
        SessionEndedText text, String name, String time, String address);
  }

  public static Mail of(SessionReuseDetected event) {
    SessionEndedText text = SessionEndedText.of(event.language());
    String time = TIME.format(event.detectedAt());
    return new Mail(
        text.subject(),
        Templates.text(text, event.name(), time, event.address()).render(),
        Templates.html(text, event.name(), time, event.address()).render());
  }
}
