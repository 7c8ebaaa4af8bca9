package dev.helpdesk.notification.mail;

import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.MailResult;
import io.vertx.ext.mail.SMTPException;
import io.vertx.mutiny.ext.mail.MailClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Hands a mail to SMTP, without blocking, and tells what SMTP said. */
@ApplicationScoped
public class SmtpClient {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final MailClient smtp;
  private final String from;
  private final String domain;

  SmtpClient(MailClient smtp, @ConfigProperty(name = "quarkus.mailer.from") String from) {
    this.smtp = smtp;
    this.from = from;
    this.domain = from.replaceAll("^.*@|>.*$", "");
  }

  /** The id makes the Message-ID: a repeat of the same delivery is recognisable as such. */
  public Uni<SmtpAnswer> send(UUID id, String recipient, Mail mail) {
    MailMessage message =
        new MailMessage(from, recipient, mail.subject(), mail.text()).setHtml(mail.html());
    message.setHeaders(
        MultiMap.caseInsensitiveMultiMap()
            .add("Message-ID", "<" + id + "@" + domain + ">")
            .add("Auto-Submitted", "auto-generated"));
    return smtp.sendMail(message)
        .ifNoItem()
        .after(PATIENCE)
        .fail()
        .map(SmtpClient::accepted)
        .onFailure()
        .recoverWithItem(SmtpClient::refused);
  }

  private static SmtpAnswer accepted(MailResult result) {
    return new SmtpAnswer(SmtpAnswer.Verdict.ACCEPTED, "accepted as " + result.getMessageID());
  }

  private static SmtpAnswer refused(Throwable failure) {
    boolean forGood = failure instanceof SMTPException smtp && smtp.isPermanent();
    return new SmtpAnswer(
        forGood ? SmtpAnswer.Verdict.REFUSED : SmtpAnswer.Verdict.TRY_AGAIN,
        String.valueOf(failure.getMessage()));
  }
}
