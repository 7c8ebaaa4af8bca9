package dev.helpdesk.ticketing.space;

import dev.helpdesk.contracts.user.Role;
import dev.helpdesk.kit.security.Actor;
import org.jspecify.annotations.Nullable;

/** What somebody who sees a space may do in it, least first. */
public enum Standing {
  VISITOR,
  AGENT,
  OWNER;

  /** A role in the space adds to the role in the system and never takes from it. */
  public static Standing of(Actor actor, Visibility visibility, @Nullable MemberRole role) {
    if (actor.role() == Role.ADMIN || role == MemberRole.OWNER) {
      return OWNER;
    }
    boolean agent = visibility == Visibility.INTERNAL && actor.role() == Role.AGENT;
    return agent || role == MemberRole.AGENT ? AGENT : VISITOR;
  }

  public boolean isAtLeast(Standing wanted) {
    return compareTo(wanted) >= 0;
  }

  /** Internal comments are for those who work here. */
  public boolean readsInternal() {
    return isAtLeast(AGENT);
  }
}
