package dev.helpdesk.notification.inbox;

import dev.helpdesk.contracts.CloudEvent;
import dev.helpdesk.contracts.ticket.TicketEvent;
import dev.helpdesk.kit.inbox.SqlEventHandler;
import dev.helpdesk.notification.directory.RemovedTickets;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Remembers whether the ticket is there, and tells of what happened to it. */
record FollowTicket<T extends TicketEvent>(String type, Class<T> data, TellPeople people)
    implements SqlEventHandler<T> {

  @Override
  public Uni<Void> apply(SqlConnection transaction, CloudEvent<T> event) {
    return RemovedTickets.follow(transaction, event.data())
        .chain(() -> people.tell(transaction, event.id(), event.time(), event.data()));
  }
}
