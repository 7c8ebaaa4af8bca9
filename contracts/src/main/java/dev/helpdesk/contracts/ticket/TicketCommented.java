package dev.helpdesk.contracts.ticket;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody commented; of an internal comment only agents are told. */
public record TicketCommented(
    TicketState ticket,
    @Nullable UUID actorId,
    CommentState comment,
    List<UUID> watchers,
    List<UUID> mentioned)
    implements TicketEvent {
  public static final String TYPE = "helpdesk.ticket.commented.v1";

  @Override
  public String type() {
    return TYPE;
  }
}
