package dev.helpdesk.ticketing.github;

import dev.helpdesk.kit.problem.CommonError;
import dev.helpdesk.kit.problem.ProblemException;
import dev.helpdesk.ticketing.space.Standing;

/** Who may do what with GitHub. */
final class GithubPolicy {
  private GithubPolicy() {}

  static void requireOwner(Standing standing) {
    if (!standing.isAtLeast(Standing.OWNER)) {
      throw new ProblemException(
          CommonError.FORBIDDEN, "Only an owner of the space or an admin may do this.");
    }
  }

  static void requireWorksHere(Standing standing) {
    if (!standing.isAtLeast(Standing.AGENT)) {
      throw new ProblemException(
          CommonError.FORBIDDEN, "Only an agent or owner of the space or an admin may do this.");
    }
  }
}
