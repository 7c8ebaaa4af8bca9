package dev.helpdesk.contracts.ticket;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A deleted ticket is back. */
public record TicketRestored(TicketState ticket, @Nullable UUID actorId, List<UUID> watchers)
    implements TicketEvent {
  public static final String TYPE = "helpdesk.ticket.restored.v1";

  @Override
  public String type() {
    return TYPE;
  }
}
