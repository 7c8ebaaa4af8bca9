package dev.helpdesk.contracts.ticket;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;

/** A space has another name, description, visibility, owner or intake. */
public record SpaceUpdated(SpaceState space, UUID actorId) implements SpaceEvent {
  public static final String TYPE = "helpdesk.space.updated.v1";

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
