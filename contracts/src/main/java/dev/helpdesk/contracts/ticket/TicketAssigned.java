package dev.helpdesk.contracts.ticket;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A ticket has another assignee, or none any more. */
public record TicketAssigned(
    TicketState ticket,
    @Nullable UUID actorId,
    @Nullable UUID from,
    @Nullable UUID to,
    List<UUID> watchers)
    implements TicketEvent {
  public static final String TYPE = "helpdesk.ticket.assigned.v1";

  @Override
  public String type() {
    return TYPE;
  }
}
