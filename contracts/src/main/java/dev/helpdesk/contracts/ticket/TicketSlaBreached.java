package dev.helpdesk.contracts.ticket;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A deadline of a ticket has passed. Target is resolution or first_response; late says that it is
 * told after its time, because nobody was there to tell it. Owners are those of the ticket's space.
 */
public record TicketSlaBreached(
    TicketState ticket, String target, Instant dueAt, boolean late, List<UUID> owners)
    implements TicketEvent {
  public static final String TYPE = "helpdesk.ticket.sla-breached.v1";

  @Override
  public String type() {
    return TYPE;
  }

  /** Time did it. */
  @Override
  @JsonIgnore
  public @Nullable UUID actorId() {
    return null;
  }

  /** It is told to the assignee or the owners, not to who watches. */
  @Override
  @JsonIgnore
  public List<UUID> watchers() {
    return List.of();
  }
}
