package dev.helpdesk.notification.delivery;

import dev.helpdesk.kit.web.Trace;
import dev.helpdesk.notification.mail.ComposeMail;
import dev.helpdesk.notification.mail.Mail;
import dev.helpdesk.notification.mail.SmtpAnswer;
import dev.helpdesk.notification.mail.SmtpClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Sends one claimed mail and records what became of it. */
@ApplicationScoped
class SendMail {
  private static final Logger LOG = Logger.getLogger(SendMail.class);
  private static final Duration HELD_BACK = Duration.ofMinutes(1);

  private final DeliveryQueue queue;
  private final ComposeMail compose;
  private final SmtpClient smtp;
  private final Pauses pauses;
  private final MeterRegistry meters;
  private final Tracer tracer;

  SendMail(
      DeliveryQueue queue,
      ComposeMail compose,
      SmtpClient smtp,
      Pauses pauses,
      MeterRegistry meters,
      Tracer tracer) {
    this.queue = queue;
    this.compose = compose;
    this.smtp = smtp;
    this.pauses = pauses;
    this.meters = meters;
    this.tracer = tracer;
  }

  /** rest is told for how long it is no use to try any other mail. */
  Uni<Void> send(DueMail mail, Consumer<Duration> rest) {
    List<DueDelivery> hidden = mail.deliveries().stream().filter(d -> !d.allowed()).toList();
    if (hidden.isEmpty()) {
      return sendSeen(mail, rest);
    }
    DueMail seen = mail.without(hidden);
    return queue
        .parked(
            hidden.stream().map(DueDelivery::id).toList(),
            "the recipient may not see it any more, not sent")
        .invoke(() -> count("withheld"))
        .chain(
            () -> seen.deliveries().isEmpty() ? Uni.createFrom().voidItem() : sendSeen(seen, rest));
  }

  private Uni<Void> sendSeen(DueMail mail, Consumer<Duration> rest) {
    DueDelivery first = mail.first();
    if (Instant.now().isAfter(first.giveUpAt())) {
      return park(mail, "past its time, not sent", "expired");
    }
    if (first.tooMany()) {
      Instant later = Instant.now().plus(HELD_BACK);
      return queue
          .untried(mail, "held back: too many mails to this address in an hour", later)
          .invoke(() -> count("held-back"));
    }
    Mail letter;
    try {
      letter =
          compose.compose(
              first.envelope(), mail.deliveries().stream().map(DueDelivery::read).toList());
    } catch (RuntimeException e) {
      LOG.errorf(e, "Delivery %s cannot be put into words", first.id());
      return park(mail, "cannot be put into words", "refused");
    }
    return traced(first, smtp.send(first.recipient(), letter))
        .chain(answer -> record(mail, answer, rest));
  }

  /** A span of the trace that the event came with; nothing while tracing is off. */
  private Uni<SmtpAnswer> traced(DueDelivery delivery, Uni<SmtpAnswer> sending) {
    Span span =
        tracer
            .spanBuilder("send mail")
            .setParent(Trace.contextOf(delivery.traceparent()))
            .setSpanKind(SpanKind.CLIENT)
            .startSpan();
    return sending
        .invoke(answer -> span.setAttribute("helpdesk.mail.verdict", answer.verdict().name()))
        .onTermination()
        .invoke(span::end);
  }

  private Uni<Void> record(DueMail mail, SmtpAnswer answer, Consumer<Duration> rest) {
    DueDelivery first = mail.first();
    return switch (answer.verdict()) {
      case ACCEPTED -> queue.sent(mail, answer.text()).invoke(() -> count("sent"));
      case REFUSED -> park(mail, answer.text(), "refused");
      case TRY_AGAIN ->
          queue
              .later(mail, answer.text(), pauses.afterTries(first.attempts()))
              .chain(() -> queue.domainFails(first.domain(), answer.text()))
              .invoke(() -> count("postponed"));
      case UNREACHABLE -> {
        rest.accept(pauses.rest());
        yield queue
            .later(mail, answer.text(), pauses.unreachable())
            .invoke(() -> count("unreachable"));
      }
    };
  }

  private Uni<Void> park(DueMail mail, String why, String outcome) {
    return queue.parked(List.of(mail.ids()), why).invoke(() -> count(outcome));
  }

  private void count(String outcome) {
    meters.counter("helpdesk.mail", "outcome", outcome).increment();
  }
}
