package dev.helpdesk.contracts.ticket;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A comment reads differently now; mentioned are those whom it did not mention before. */
public record TicketCommentEdited(
    TicketState ticket,
    @Nullable UUID actorId,
    CommentState comment,
    List<UUID> watchers,
    List<UUID> mentioned)
    implements TicketEvent {
  public static final String TYPE = "helpdesk.ticket.comment-edited.v1";

  @Override
  public String type() {
    return TYPE;
  }
}
