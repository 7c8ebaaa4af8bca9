package dev.helpdesk.contracts.ticket;

import java.util.UUID;

/** Somebody has no role in a space any more. */
public record SpaceMemberRemoved(UUID spaceId, String spaceKey, UUID userId, UUID actorId)
    implements SpaceEvent {
  public static final String TYPE = "helpdesk.space.member-removed.v1";

  @Override
  public String type() {
    return TYPE;
  }
}
