package dev.helpdesk.notification.mail;

import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import io.vertx.mutiny.ext.mail.MailClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Hands a mail to SMTP, without blocking, and tells what SMTP said. */
@ApplicationScoped
public class SmtpClient {
  private final MailClient smtp;
  private final String from;
  private final Duration patience;

  SmtpClient(
      @Impatient MailClient smtp,
      SmtpSettings settings,
      @ConfigProperty(name = "quarkus.mailer.from") String from) {
    this.smtp = smtp;
    this.from = from;
    // Each answer has its time; all of them together have three times as much.
    this.patience = settings.patience().multipliedBy(3);
  }

  public Uni<SmtpAnswer> send(String recipient, Mail mail) {
    return Uni.createFrom()
        .deferred(() -> smtp.sendMail(message(recipient, mail)))
        .ifNoItem()
        .after(patience)
        .fail()
        .map(result -> accepted(result.getMessageID()))
        .onFailure()
        .recoverWithItem(SmtpClient::judge);
  }

  private MailMessage message(String recipient, Mail mail) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    mail.headers().forEach(headers::add);
    return new MailMessage(from, recipient, mail.subject(), mail.text())
        .setHtml(mail.html())
        .setHeaders(headers);
  }

  private static SmtpAnswer accepted(String messageId) {
    return new SmtpAnswer(SmtpAnswer.Verdict.ACCEPTED, "accepted as " + messageId);
  }

  static SmtpAnswer judge(Throwable failure) {
    String text = String.valueOf(failure.getMessage());
    if (failure instanceof SMTPException smtp) {
      return new SmtpAnswer(verdict(smtp, text), text);
    }
    if (failure instanceof IllegalArgumentException) {
      return new SmtpAnswer(SmtpAnswer.Verdict.REFUSED, "not an address that mail can go to");
    }
    boolean away = failure instanceof ConnectException || failure instanceof UnknownHostException;
    return new SmtpAnswer(
        away ? SmtpAnswer.Verdict.UNREACHABLE : SmtpAnswer.Verdict.TRY_AGAIN, text);
  }

  /**
   * Only what is said of the recipient or of the mail itself ends a delivery. A server that refuses
   * us (our greeting, our password, our sender's address) refuses all, until an operator helps.
   */
  private static SmtpAnswer.Verdict verdict(SMTPException failure, String text) {
    boolean ofThisMail =
        Stream.of(
                "recipient address not accepted",
                "no recipient addresses were accepted",
                "message exceeds allowed size",
                "DATA command not accepted",
                "sending data failed")
            .anyMatch(text::startsWith);
    if (!ofThisMail) {
      return SmtpAnswer.Verdict.UNREACHABLE;
    }
    return failure.isPermanent() ? SmtpAnswer.Verdict.REFUSED : SmtpAnswer.Verdict.TRY_AGAIN;
  }
}
