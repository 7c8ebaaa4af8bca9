package dev.helpdesk.notification.inbox;

import dev.helpdesk.contracts.CloudEvent;
import dev.helpdesk.contracts.user.UserState;
import dev.helpdesk.notification.delivery.Cause;
import dev.helpdesk.notification.delivery.Deliveries;
import dev.helpdesk.notification.delivery.Lane;
import dev.helpdesk.notification.delivery.NewDelivery;
import dev.helpdesk.notification.inapp.Happened;
import dev.helpdesk.notification.inapp.NewNotification;
import dev.helpdesk.notification.inapp.Notifications;
import dev.helpdesk.notification.mail.WelcomeMail;
import dev.helpdesk.notification.notice.NoticeType;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Greets new people; not those who have been here for long before we heard of them. */
@ApplicationScoped
class WelcomePeople {
  private final Deliveries deliveries;
  private final Notifications notifications;

  WelcomePeople(Deliveries deliveries, Notifications notifications) {
    this.deliveries = deliveries;
    this.notifications = notifications;
  }

  Uni<Void> welcome(SqlConnection transaction, CloudEvent<?> event, UserState person) {
    if (!person.active() || deliveries.isStale(person.createdAt())) {
      return Uni.createFrom().voidItem();
    }
    NewDelivery mail =
        NewDelivery.of(
            NoticeType.WELCOME,
            person.email(),
            person.id(),
            person.language(),
            new WelcomeMail(person.name(), person.username()));
    Cause cause = new Cause(event.id(), event.time(), null);
    Happened what =
        new Happened(
            event.id(),
            event.time(),
            null,
            null,
            null,
            false,
            "Welcome to Helpdesk",
            null,
            null,
            null);
    NewNotification shown = new NewNotification(person.id(), NoticeType.WELCOME, null);
    return notifications
        .add(transaction, what, List.of(shown))
        .chain(() -> deliveries.add(transaction, cause, Lane.ORDINARY, null, List.of(mail)));
  }
}
