package dev.helpdesk.notification.inbox;

import dev.helpdesk.contracts.CloudEvent;
import dev.helpdesk.contracts.user.SessionReuseDetected;
import dev.helpdesk.kit.inbox.EventHandler;
import dev.helpdesk.kit.inbox.Inbox;
import dev.helpdesk.notification.delivery.Deliveries;
import dev.helpdesk.notification.delivery.Lane;
import dev.helpdesk.notification.mail.SessionEndedMail;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Who may have lost a session to somebody else is told by mail. */
@ApplicationScoped
class UserConsumer implements EventHandler<SessionReuseDetected> {
  private static final String NAME = "user-mail";

  /** The topic keeps the last notice for good; whoever reads it much later must not mail it. */
  private static final Duration STALE = Duration.ofDays(3);

  private final Inbox inbox;
  private final Deliveries deliveries;

  UserConsumer(Inbox inbox, Deliveries deliveries) {
    this.inbox = inbox;
    this.deliveries = deliveries;
  }

  @Incoming("users")
  Uni<Void> consume(ConsumerRecord<String, String> record) {
    return inbox.take(NAME, record, List.of(this)).invoke(() -> deliveries.hurry(Lane.ORDINARY));
  }

  @Override
  public String type() {
    return SessionReuseDetected.TYPE;
  }

  @Override
  public Class<SessionReuseDetected> data() {
    return SessionReuseDetected.class;
  }

  @Override
  public Uni<Void> apply(CloudEvent<SessionReuseDetected> event) {
    SessionReuseDetected notice = event.data();
    return deliveries.add(
        event.id(),
        event.type(),
        notice.email(),
        Lane.ORDINARY,
        SessionEndedMail.of(notice),
        notice.detectedAt().plus(STALE));
  }
}
