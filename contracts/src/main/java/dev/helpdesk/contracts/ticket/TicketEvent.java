package dev.helpdesk.contracts.ticket;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.helpdesk.contracts.Event;
import dev.helpdesk.contracts.Topics;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something happened to a ticket; the events of one ticket keep their order. */
public sealed interface TicketEvent extends Event
    permits TicketCreated,
        TicketUpdated,
        TicketStatusChanged,
        TicketAssigned,
        TicketDeleted,
        TicketRestored,
        TicketCommented,
        TicketCommentEdited,
        TicketCommentDeleted,
        TicketLinked,
        TicketUnlinked,
        TicketSlaDueSoon,
        TicketSlaBreached,
        ChatMessageSent {
  TicketState ticket();

  /** Who did it; null for the system itself. */
  @Nullable UUID actorId();

  /** Who watches the ticket and may see what the event tells of, the actor too. */
  List<UUID> watchers();

  @Override
  @JsonIgnore
  default String topic() {
    return Topics.TICKETS;
  }

  @Override
  @JsonIgnore
  default String key() {
    return ticket().id().toString();
  }
}
