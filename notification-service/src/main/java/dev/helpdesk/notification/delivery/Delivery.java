package dev.helpdesk.notification.delivery;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.helpdesk.kit.web.Trace;
import dev.helpdesk.notification.mail.Mail;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A mail that is due because of an event. */
@Entity
@Table(name = "delivery")
class Delivery {
  @Id UUID id;

  @Column(name = "event_id")
  UUID eventId;

  String type;
  String recipient;

  @Column(name = "ticket_id")
  @Nullable String ticketId;

  short lane;
  String status;
  int attempts;

  @Column(name = "last_answer")
  @Nullable String lastAnswer;

  @Column(name = "next_try_at")
  Instant nextTryAt;

  @Column(name = "claimed_until")
  @Nullable Instant claimedUntil;

  @Column(name = "give_up_at")
  Instant giveUpAt;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "sent_at")
  @Nullable Instant sentAt;

  String subject;

  @Column(name = "text_body")
  @Nullable String text;

  @Column(name = "html_body")
  @Nullable String html;

  /** The trace that the event came with, so that the mail belongs to it too. */
  @Nullable String traceparent;

  protected Delivery() {}

  static Delivery due(
      UUID eventId,
      String type,
      String recipient,
      Lane lane,
      Mail mail,
      Instant now,
      Instant giveUp) {
    Delivery delivery = new Delivery();
    delivery.id = UuidCreator.getTimeOrderedEpoch();
    delivery.eventId = eventId;
    delivery.type = type;
    delivery.recipient = recipient;
    delivery.lane = (short) lane.ordinal();
    delivery.status = Status.PENDING.wire();
    delivery.nextTryAt = now;
    delivery.giveUpAt = giveUp;
    delivery.createdAt = now;
    delivery.subject = mail.subject();
    delivery.text = mail.text();
    delivery.html = mail.html();
    delivery.traceparent = Trace.currentParent();
    return delivery;
  }
}
