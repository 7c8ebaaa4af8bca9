package dev.helpdesk.notification.mail;

import dev.helpdesk.contracts.user.SessionReuseDetected;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Map;

/** The mail that tells of a session which was ended because its token came back dead. */
@RegisterForReflection
public record SessionEndedMail(String name, Instant detectedAt, String address)
    implements MailContent {

  @CheckedTemplate
  static final class Templates {
    private Templates() {}

    static native TemplateInstance html(
        SessionEndedText text, String name, String time, String address);

    static native TemplateInstance text(
        SessionEndedText text, String name, String time, String address);
  }

  public static SessionEndedMail of(SessionReuseDetected event) {
    return new SessionEndedMail(event.name(), event.detectedAt(), event.address());
  }

  Mail mail(Wording wording, Map<String, String> headers) {
    SessionEndedText text = SessionEndedText.of(wording);
    String time = Wording.time(detectedAt);
    return new Mail(
        text.subject(),
        Templates.text(text, name, time, address).render(),
        Templates.html(text, name, time, address).render(),
        headers);
  }
}
