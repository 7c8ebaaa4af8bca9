package dev.helpdesk.contracts.ticket;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Other fields of a ticket than its status and assignee changed. */
public record TicketUpdated(
    TicketState ticket,
    @Nullable UUID actorId,
    List<FieldChange> changes,
    List<UUID> watchers,
    List<UUID> mentioned)
    implements TicketEvent {
  public static final String TYPE = "helpdesk.ticket.updated.v1";

  @Override
  public String type() {
    return TYPE;
  }
}
