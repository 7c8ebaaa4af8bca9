package dev.helpdesk.notification.inbox;

import dev.helpdesk.contracts.CloudEvent;
import dev.helpdesk.contracts.otp.OtpRequested;
import dev.helpdesk.kit.inbox.EventHandler;
import dev.helpdesk.kit.inbox.Inbox;
import dev.helpdesk.notification.delivery.Deliveries;
import dev.helpdesk.notification.delivery.Lane;
import dev.helpdesk.notification.mail.OtpMail;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** One-time passwords become mails in the fast lane. */
@ApplicationScoped
class OtpConsumer implements EventHandler<OtpRequested> {
  private static final String NAME = "otp-mail";

  private final Inbox inbox;
  private final Deliveries deliveries;

  OtpConsumer(Inbox inbox, Deliveries deliveries) {
    this.inbox = inbox;
    this.deliveries = deliveries;
  }

  @Incoming("otps")
  Uni<Void> consume(ConsumerRecord<String, String> record) {
    return inbox.take(NAME, record, List.of(this)).invoke(() -> deliveries.hurry(Lane.URGENT));
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
  public Uni<Void> apply(CloudEvent<OtpRequested> event) {
    OtpRequested otp = event.data();
    return deliveries.add(
        event.id(),
        event.type(),
        otp.email(),
        Lane.URGENT,
        OtpMail.of(otp, event.time()),
        otp.expiresAt());
  }
}
