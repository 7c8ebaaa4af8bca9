package dev.helpdesk.ticketing.comment;

import dev.helpdesk.kit.problem.CommonError;
import dev.helpdesk.kit.problem.FieldError;
import dev.helpdesk.kit.problem.ProblemException;
import dev.helpdesk.ticketing.space.Standing;
import java.util.List;
import java.util.UUID;

/** Who may do what with comments that they see. */
final class CommentPolicy {
  private CommentPolicy() {}

  static void requireMayWrite(Standing standing, boolean internal) {
    if (internal && !standing.readsInternal()) {
      throw new ProblemException(
          CommonError.FORBIDDEN,
          "Internal comments are for agents, owners and admins.",
          List.of(
              new FieldError("visibility", CommonError.FORBIDDEN.name(), "is not for the caller")));
    }
  }

  static void requireMayEdit(UUID actor, Comment comment) {
    if (!comment.author.id().equals(actor)) {
      throw new ProblemException(CommonError.FORBIDDEN, "Only its author edits a comment.");
    }
  }

  static void requireMayDelete(Standing standing, UUID actor, Comment comment) {
    if (!comment.author.id().equals(actor) && !standing.isAtLeast(Standing.OWNER)) {
      throw new ProblemException(
          CommonError.FORBIDDEN, "Only its author, an owner of the space or an admin may do this.");
    }
  }
}
