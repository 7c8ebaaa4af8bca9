package dev.helpdesk.notification.mail;

import dev.helpdesk.contracts.otp.OtpPurpose;
import dev.helpdesk.contracts.otp.OtpRequested;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The mail that carries a one-time password. */
@RegisterForReflection
public record OtpMail(String code, long minutes, boolean passwordReset) implements MailContent {

  @CheckedTemplate
  static final class Templates {
    private Templates() {}

    static native TemplateInstance html(OtpText text, String code, long minutes);

    static native TemplateInstance text(OtpText text, String code, long minutes);
  }

  public static OtpMail of(OtpRequested event, Instant requestedAt) {
    long minutes =
        Math.max(1, Duration.between(requestedAt, event.expiresAt()).plusSeconds(30).toMinutes());
    return new OtpMail(event.code(), minutes, event.purpose() == OtpPurpose.PASSWORD_RESET);
  }

  Mail mail(Wording wording, Map<String, String> headers) {
    OtpText text = OtpText.of(wording, passwordReset);
    return new Mail(
        text.subject(),
        Templates.text(text, code, minutes).render(),
        Templates.html(text, code, minutes).render(),
        headers);
  }

  /** Never the code. */
  @Override
  public String toString() {
    return "OtpMail";
  }
}
