package dev.helpdesk.contracts.ticket;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A ticket moved on in the workflow, or back. */
public record TicketStatusChanged(
    TicketState ticket, @Nullable UUID actorId, String from, String to, List<UUID> watchers)
    implements TicketEvent {
  public static final String TYPE = "helpdesk.ticket.status-changed.v1";

  @Override
  public String type() {
    return TYPE;
  }
}
