package dev.helpdesk.contracts.ticket;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A ticket was filed. Staff are the owners and agents of its space. */
public record TicketCreated(
    TicketState ticket,
    @Nullable UUID actorId,
    String description,
    List<UUID> watchers,
    List<UUID> staff,
    List<UUID> mentioned)
    implements TicketEvent {
  public static final String TYPE = "helpdesk.ticket.created.v1";

  @Override
  public String type() {
    return TYPE;
  }
}
