package dev.helpdesk.contracts.ticket;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket is no longer linked to another one; each end tells it as it sees it. Watchers are those
 * of the ticket who may see the other one too.
 */
public record TicketUnlinked(
    TicketState ticket,
    @Nullable UUID actorId,
    UUID linkId,
    String relation,
    TicketRef other,
    List<UUID> watchers)
    implements TicketEvent {
  public static final String TYPE = "helpdesk.ticket.unlinked.v1";

  @Override
  public String type() {
    return TYPE;
  }
}
