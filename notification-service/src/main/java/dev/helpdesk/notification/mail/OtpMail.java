package dev.helpdesk.notification.mail;

import dev.helpdesk.contracts.otp.OtpPurpose;
import dev.helpdesk.contracts.otp.OtpRequested;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.time.Duration;
import java.time.Instant;

/** The mail that carries a one-time password. */
public final class OtpMail {
  private OtpMail() {}

  @CheckedTemplate
  static final class Templates {
    private Templates() {}

    static native TemplateInstance html(OtpText text, String code, long minutes);

    static native TemplateInstance text(OtpText text, String code, long minutes);
  }

  public static Mail of(OtpRequested event, Instant requestedAt) {
    long minutes =
        Math.max(1, Duration.between(requestedAt, event.expiresAt()).plusSeconds(30).toMinutes());
    OtpText text = OtpText.of(event.language(), event.purpose() == OtpPurpose.PASSWORD_RESET);
    return new Mail(
        text.subject(),
        Templates.text(text, event.code(), minutes).render(),
        Templates.html(text, event.code(), minutes).render());
  }
}
