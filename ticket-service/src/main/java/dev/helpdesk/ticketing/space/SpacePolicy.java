package dev.helpdesk.ticketing.space;

import dev.helpdesk.kit.page.Listing;
import dev.helpdesk.kit.problem.CommonError;
import dev.helpdesk.kit.problem.ProblemException;
import dev.helpdesk.kit.security.Actor;

/** Who may do what with a space. */
final class SpacePolicy {
  private SpacePolicy() {}

  /** Its owners and admins alone change a space and its members. */
  static void requireOwner(Standing standing) {
    if (!standing.isAtLeast(Standing.OWNER)) {
      throw new ProblemException(
          CommonError.FORBIDDEN, "Only an owner of the space or an admin may do this.");
    }
  }

  /** A listing from spaceFrom() that shows only what the actor may see. */
  static Listing onlyVisible(Listing listing, Actor actor) {
    return listing.binding(actor.id(), SpaceSight.seesAll(actor)).where(SpaceSight.VISIBLE);
  }
}
