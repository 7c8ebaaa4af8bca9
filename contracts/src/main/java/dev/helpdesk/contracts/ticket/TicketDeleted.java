package dev.helpdesk.contracts.ticket;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A ticket is gone from sight; its number is never given again. */
public record TicketDeleted(TicketState ticket, @Nullable UUID actorId, List<UUID> watchers)
    implements TicketEvent {
  public static final String TYPE = "helpdesk.ticket.deleted.v1";

  @Override
  public String type() {
    return TYPE;
  }
}
