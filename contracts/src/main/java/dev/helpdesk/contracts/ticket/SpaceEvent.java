package dev.helpdesk.contracts.ticket;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.helpdesk.contracts.Event;
import dev.helpdesk.contracts.Topics;
import java.util.UUID;

/** Something happened to a space; such events of one space keep their order. */
public sealed interface SpaceEvent extends Event
    permits SpaceCreated, SpaceUpdated, SpaceDeleted, SpaceMemberSet, SpaceMemberRemoved {
  UUID spaceId();

  @Override
  @JsonIgnore
  default String topic() {
    return Topics.TICKETS;
  }

  @Override
  @JsonIgnore
  default String key() {
    return spaceId().toString();
  }
}
