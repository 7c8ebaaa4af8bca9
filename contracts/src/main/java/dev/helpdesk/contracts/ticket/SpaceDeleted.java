package dev.helpdesk.contracts.ticket;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;

/** A space and all its tickets are gone from sight. */
public record SpaceDeleted(SpaceState space, UUID actorId) implements SpaceEvent {
  public static final String TYPE = "helpdesk.space.deleted.v1";

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
