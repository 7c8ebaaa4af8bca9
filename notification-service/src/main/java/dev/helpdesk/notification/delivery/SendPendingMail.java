package dev.helpdesk.notification.delivery;

import dev.helpdesk.kit.web.Trace;
import dev.helpdesk.notification.mail.SmtpAnswer;
import dev.helpdesk.notification.mail.SmtpClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Sends what is due, lane by lane, until nothing is. */
@ApplicationScoped
class SendPendingMail {
  private final DeliveryQueue queue;
  private final SmtpClient smtp;
  private final DeliverySettings settings;
  private final MeterRegistry meters;
  private final Tracer tracer;

  SendPendingMail(
      DeliveryQueue queue,
      SmtpClient smtp,
      DeliverySettings settings,
      MeterRegistry meters,
      Tracer tracer) {
    this.queue = queue;
    this.smtp = smtp;
    this.settings = settings;
    this.meters = meters;
    this.tracer = tracer;
  }

  @Scheduled(
      every = "${helpdesk.delivery.poll:1s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> sendUrgent() {
    return drain(Lane.URGENT);
  }

  @Scheduled(
      every = "${helpdesk.delivery.poll:1s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> sendOrdinary() {
    return drain(Lane.ORDINARY);
  }

  Uni<Void> drain(Lane lane) {
    return queue
        .claim(lane, settings.parallel())
        .chain(
            due ->
                due.isEmpty() ? Uni.createFrom().voidItem() : send(due).chain(() -> drain(lane)));
  }

  private Uni<Void> send(List<DueDelivery> due) {
    return Multi.createFrom()
        .iterable(due)
        .onItem()
        .transformToUni(this::send)
        .merge()
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> send(DueDelivery delivery) {
    return Instant.now().isAfter(delivery.giveUpAt())
        ? queue.parked(delivery.id(), "past its time, not sent").invoke(() -> count("expired"))
        : traced(delivery, smtp.send(delivery.id(), delivery.recipient(), delivery.mail()))
            .chain(answer -> record(delivery, answer));
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

  private Uni<Void> record(DueDelivery delivery, SmtpAnswer answer) {
    return switch (answer.verdict()) {
      case ACCEPTED -> queue.sent(delivery.id(), answer.text()).invoke(() -> count("sent"));
      case REFUSED -> queue.parked(delivery.id(), answer.text()).invoke(() -> count("refused"));
      case TRY_AGAIN ->
          queue
              .later(delivery.id(), answer.text(), nextTry(delivery))
              .invoke(() -> count("postponed"));
    };
  }

  /** Doubles with each try, with jitter, so that a recovered server is not met by all at once. */
  private Instant nextTry(DueDelivery delivery) {
    int doublings = Math.min(delivery.attempts() - 1, 20);
    Duration pause = settings.firstPause().multipliedBy(1L << doublings);
    Duration bounded =
        pause.compareTo(settings.longestPause()) > 0 ? settings.longestPause() : pause;
    double jitter = 0.75 + ThreadLocalRandom.current().nextDouble() / 2;
    return Instant.now().plusMillis((long) (bounded.toMillis() * jitter));
  }

  private void count(String outcome) {
    meters.counter("helpdesk.mail", "outcome", outcome).increment();
  }
}
