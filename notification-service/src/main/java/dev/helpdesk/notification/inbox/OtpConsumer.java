package dev.helpdesk.notification.inbox;

import dev.helpdesk.contracts.CloudEvent;
import dev.helpdesk.contracts.otp.OtpRequested;
import dev.helpdesk.kit.inbox.Handler;
import dev.helpdesk.kit.inbox.Inbox;
import dev.helpdesk.kit.inbox.SqlEventHandler;
import dev.helpdesk.notification.delivery.Cause;
import dev.helpdesk.notification.delivery.Deliveries;
import dev.helpdesk.notification.delivery.Lane;
import dev.helpdesk.notification.delivery.NewDelivery;
import dev.helpdesk.notification.mail.OtpMail;
import dev.helpdesk.notification.notice.NoticeType;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Secrets become mails in the fast lane. */
@ApplicationScoped
class OtpConsumer implements SqlEventHandler<OtpRequested> {
  private static final String NAME = "otp-mail";

  private final Inbox inbox;
  private final Deliveries deliveries;
  private final List<Handler<?>> handlers;

  OtpConsumer(Inbox inbox, Deliveries deliveries, TrackingLinks trackingLinks) {
    this.inbox = inbox;
    this.deliveries = deliveries;
    this.handlers = List.of(this, trackingLinks);
  }

  @Incoming("otps")
  Uni<Void> consume(ConsumerRecord<String, String> record) {
    return inbox.take(NAME, record, handlers).invoke(() -> deliveries.hurry(Lane.URGENT));
  }

  @Override
  public String type() {
    return OtpRequested.TYPE;
  }

  @Override
  public Class<OtpRequested> data() {
    return OtpRequested.class;
  }

  @Override
  public Uni<Void> apply(SqlConnection transaction, CloudEvent<OtpRequested> event) {
    OtpRequested otp = event.data();
    NewDelivery mail =
        NewDelivery.of(
            NoticeType.OTP_REQUESTED,
            otp.email(),
            null,
            otp.language(),
            OtpMail.of(otp, event.time()));
    Cause cause = new Cause(event.id(), event.time(), null);
    return deliveries.add(transaction, cause, Lane.URGENT, otp.expiresAt(), List.of(mail));
  }
}
