package dev.helpdesk.ticketing.agreement;

import dev.helpdesk.kit.problem.CommonError;
import dev.helpdesk.kit.problem.ProblemException;
import dev.helpdesk.ticketing.space.Standing;

/** What a space promises is for its owners and admins to say. */
final class SpaceOwners {
  private SpaceOwners() {}

  static void require(Standing standing) {
    if (!standing.isAtLeast(Standing.OWNER)) {
      throw new ProblemException(
          CommonError.FORBIDDEN, "Only an owner of the space or an admin may do this.");
    }
  }
}
