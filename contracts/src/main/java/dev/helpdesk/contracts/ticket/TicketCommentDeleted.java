package dev.helpdesk.contracts.ticket;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A comment is gone. */
public record TicketCommentDeleted(
    TicketState ticket,
    @Nullable UUID actorId,
    UUID commentId,
    String visibility,
    List<UUID> watchers)
    implements TicketEvent {
  public static final String TYPE = "helpdesk.ticket.comment-deleted.v1";

  @Override
  public String type() {
    return TYPE;
  }
}
