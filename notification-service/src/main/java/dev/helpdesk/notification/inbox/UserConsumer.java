package dev.helpdesk.notification.inbox;

import dev.helpdesk.contracts.user.UserDeactivated;
import dev.helpdesk.contracts.user.UserRegistered;
import dev.helpdesk.contracts.user.UserUpdated;
import dev.helpdesk.kit.inbox.Handler;
import dev.helpdesk.kit.inbox.Inbox;
import dev.helpdesk.notification.delivery.Deliveries;
import dev.helpdesk.notification.delivery.Lane;
import dev.helpdesk.notification.inapp.Notifications;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** User events become the directory; who is new is welcomed. */
@ApplicationScoped
class UserConsumer {
  private static final String NAME = "people";

  private final Inbox inbox;
  private final Deliveries deliveries;
  private final Notifications notifications;
  private final List<Handler<?>> handlers;

  UserConsumer(
      Inbox inbox,
      Deliveries deliveries,
      Notifications notifications,
      WelcomePeople welcome,
      SessionNotices sessions) {
    this.inbox = inbox;
    this.deliveries = deliveries;
    this.notifications = notifications;
    this.handlers =
        List.of(
            new FollowPerson<>(UserRegistered.TYPE, UserRegistered.class, welcome),
            new FollowPerson<>(UserUpdated.TYPE, UserUpdated.class, welcome),
            new FollowPerson<>(UserDeactivated.TYPE, UserDeactivated.class, welcome),
            sessions);
  }

  @Incoming("users")
  Uni<Void> consume(ConsumerRecord<String, String> record) {
    return inbox.take(NAME, record, handlers).invoke(this::hurry);
  }

  private void hurry() {
    deliveries.hurry(Lane.ORDINARY);
    notifications.hurry();
  }
}
