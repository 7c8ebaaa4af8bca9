package dev.helpdesk.notification.delivery;

import dev.helpdesk.notification.mail.Mail;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Makes mails due; in the transaction of the event that causes them. */
@ApplicationScoped
public class Deliveries {
  private static final Logger LOG = Logger.getLogger(Deliveries.class);

  private final DeliverySettings settings;

  private final SendPendingMail sender;

  Deliveries(DeliverySettings settings, SendPendingMail sender) {
    this.settings = settings;
    this.sender = sender;
  }

  /** After the commit: what is due in this lane need not wait for the next look. */
  public void hurry(Lane lane) {
    sender
        .drain(lane)
        .subscribe()
        .with(done -> {}, failure -> LOG.debugf(failure, "The next look will find it"));
  }

  /** useless is the moment after which the mail would only confuse; null for ordinary mail. */
  public Uni<Void> add(
      UUID eventId,
      String type,
      String recipient,
      Lane lane,
      Mail mail,
      @Nullable Instant useless) {
    Instant now = Instant.now();
    Instant giveUp = useless == null ? now.plus(settings.giveUpAfter()) : useless;
    Delivery delivery = Delivery.due(eventId, type, recipient, lane, mail, now, giveUp);
    return Panache.getSession().chain(session -> session.persist(delivery));
  }
}
