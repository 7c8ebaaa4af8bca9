package dev.helpdesk.contracts.ticket;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One side of a ticket's private chat wrote to the other; without the text, which is for those two
 * alone. The recipient is null while the ticket has no assignee who could read it.
 */
public record ChatMessageSent(
    TicketState ticket,
    UUID messageId,
    PersonRef sender,
    @Nullable PersonRef recipient,
    Instant createdAt)
    implements TicketEvent {
  public static final String TYPE = "helpdesk.ticket.chat-message-sent.v1";

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  @JsonIgnore
  public UUID actorId() {
    return sender.id();
  }

  /** Whoever only watches may not know of it. */
  @Override
  @JsonIgnore
  public List<UUID> watchers() {
    return List.of();
  }
}
