package dev.helpdesk.notification.directory;

import dev.helpdesk.contracts.ticket.TicketDeleted;
import dev.helpdesk.contracts.ticket.TicketEvent;
import dev.helpdesk.contracts.ticket.TicketRestored;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Tickets that are gone from sight, until they are restored. */
public final class RemovedTickets {
  private static final String REMOVE =
      "INSERT INTO removed_ticket (ticket_id) VALUES ($1) ON CONFLICT DO NOTHING";
  private static final String RESTORE = "DELETE FROM removed_ticket WHERE ticket_id = $1";

  private RemovedTickets() {}

  public static Uni<Void> follow(SqlConnection transaction, TicketEvent event) {
    if (!(event instanceof TicketDeleted) && !(event instanceof TicketRestored)) {
      return Uni.createFrom().voidItem();
    }
    return transaction
        .preparedQuery(event instanceof TicketDeleted ? REMOVE : RESTORE)
        .execute(Tuple.of(event.ticket().id()))
        .replaceWithVoid();
  }
}
