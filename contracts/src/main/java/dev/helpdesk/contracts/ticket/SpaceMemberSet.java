package dev.helpdesk.contracts.ticket;

import java.util.UUID;

/** Somebody has a role in a space, or another one than before. */
public record SpaceMemberSet(UUID spaceId, String spaceKey, UUID userId, String role, UUID actorId)
    implements SpaceEvent {
  public static final String TYPE = "helpdesk.space.member-set.v1";

  @Override
  public String type() {
    return TYPE;
  }
}
