package dev.helpdesk.notification.inbox;

import dev.helpdesk.contracts.ticket.ChatMessageSent;
import dev.helpdesk.contracts.ticket.TicketAssigned;
import dev.helpdesk.contracts.ticket.TicketCommentEdited;
import dev.helpdesk.contracts.ticket.TicketCommented;
import dev.helpdesk.contracts.ticket.TicketCreated;
import dev.helpdesk.contracts.ticket.TicketDeleted;
import dev.helpdesk.contracts.ticket.TicketRestored;
import dev.helpdesk.contracts.ticket.TicketSlaBreached;
import dev.helpdesk.contracts.ticket.TicketSlaDueSoon;
import dev.helpdesk.contracts.ticket.TicketStatusChanged;
import dev.helpdesk.contracts.ticket.TicketUpdated;
import dev.helpdesk.kit.inbox.Handler;
import dev.helpdesk.kit.inbox.Inbox;
import dev.helpdesk.notification.delivery.Deliveries;
import dev.helpdesk.notification.delivery.Lane;
import dev.helpdesk.notification.directory.ProjectSpace;
import dev.helpdesk.notification.inapp.Notifications;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What happens to spaces becomes who sees what; what happens to tickets is told to people. */
@ApplicationScoped
class TicketConsumer {
  private static final String NAME = "ticket-notices";

  private final Inbox inbox;
  private final Deliveries deliveries;
  private final Notifications notifications;
  private final List<Handler<?>> handlers;

  TicketConsumer(
      Inbox inbox, Deliveries deliveries, Notifications notifications, TellPeople people) {
    this.inbox = inbox;
    this.deliveries = deliveries;
    this.notifications = notifications;
    this.handlers = new ArrayList<>(ProjectSpace.handlers());
    handlers.addAll(
        List.of(
            new FollowTicket<>(TicketCreated.TYPE, TicketCreated.class, people),
            new FollowTicket<>(TicketUpdated.TYPE, TicketUpdated.class, people),
            new FollowTicket<>(TicketStatusChanged.TYPE, TicketStatusChanged.class, people),
            new FollowTicket<>(TicketAssigned.TYPE, TicketAssigned.class, people),
            new FollowTicket<>(TicketDeleted.TYPE, TicketDeleted.class, people),
            new FollowTicket<>(TicketRestored.TYPE, TicketRestored.class, people),
            new FollowTicket<>(TicketCommented.TYPE, TicketCommented.class, people),
            new FollowTicket<>(TicketCommentEdited.TYPE, TicketCommentEdited.class, people),
            new FollowTicket<>(TicketSlaDueSoon.TYPE, TicketSlaDueSoon.class, people),
            new FollowTicket<>(TicketSlaBreached.TYPE, TicketSlaBreached.class, people),
            new FollowTicket<>(ChatMessageSent.TYPE, ChatMessageSent.class, people)));
  }

  @Incoming("tickets")
  Uni<Void> consume(ConsumerRecord<String, String> record) {
    return inbox.take(NAME, record, handlers).invoke(this::hurry);
  }

  private void hurry() {
    deliveries.hurry(Lane.ORDINARY);
    notifications.hurry();
  }
}
