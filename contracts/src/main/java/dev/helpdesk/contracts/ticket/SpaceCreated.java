package dev.helpdesk.contracts.ticket;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;

/** A space was opened. */
public record SpaceCreated(SpaceState space, UUID actorId) implements SpaceEvent {
  public static final String TYPE = "helpdesk.space.created.v1";

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  @JsonIgnore
  public UUID spaceId() {
    return space.id();
  }
}
