package dev.helpdesk.ticketing.ticket;

import dev.helpdesk.kit.problem.CommonError;
import dev.helpdesk.kit.problem.FieldError;
import dev.helpdesk.kit.problem.ProblemException;
import dev.helpdesk.ticketing.space.Standing;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who may change what of a ticket. One table, judged by how things stand before the change. */
final class TicketPolicy {
  private static final Set<Field> REQUESTERS = EnumSet.of(Field.TITLE, Field.DESCRIPTION);
  private static final Set<Field> ASSIGNED_AGENTS =
      EnumSet.of(
          Field.STATUS,
          Field.PRIORITY,
          Field.SEVERITY,
          Field.CATEGORY,
          Field.TAGS,
          Field.DUE_DATE,
          Field.ASSIGNEE);
  private static final Set<Status> FROM_RESOLVED = EnumSet.of(Status.OPEN, Status.CLOSED);

  /** How somebody and a ticket are related. */
  record Relation(Standing standing, boolean requester, boolean assignee, boolean unassigned) {}

  /** What is asked for: which fields, which status, and whether the new assignee is the actor. */
  record Wish(Set<Field> fields, @Nullable Status target, boolean claims) {}

  private TicketPolicy() {}

  /** The wished fields that the actor may not change. */
  static Set<Field> refused(Relation relation, Status present, Wish wish) {
    Set<Field> refused = EnumSet.noneOf(Field.class);
    for (Field field : wish.fields()) {
      if (!mayChange(relation, present, wish, field)) {
        refused.add(field);
      }
    }
    return refused;
  }

  private static boolean mayChange(Relation who, Status present, Wish wish, Field field) {
    if (who.standing() == Standing.OWNER) {
      return true;
    }
    if (who.requester() && (REQUESTERS.contains(field) || settlesOwn(present, wish, field))) {
      return true;
    }
    if (who.standing() != Standing.AGENT) {
      return false;
    }
    return who.assignee()
        ? ASSIGNED_AGENTS.contains(field)
        : field == Field.ASSIGNEE && who.unassigned() && wish.claims();
  }

  /** A requester takes the resolution back or agrees to it. */
  private static boolean settlesOwn(Status present, Wish wish, Field field) {
    return field == Field.STATUS
        && present == Status.RESOLVED
        && wish.target() != null
        && FROM_RESOLVED.contains(wish.target());
  }

  static void require(Relation relation, Status present, Wish wish) {
    Set<Field> refused = refused(relation, present, wish);
    if (!refused.isEmpty()) {
      throw forbidden(refused.stream().map(Field::wire).toList());
    }
  }

  static void requireOwner(Standing standing) {
    if (!standing.isAtLeast(Standing.OWNER)) {
      throw new ProblemException(
          CommonError.FORBIDDEN, "Only an owner of the space or an admin may do this.");
    }
  }

  static void requireMayFileFor(Standing standing, boolean somebodyElse) {
    if (somebodyElse && !standing.isAtLeast(Standing.AGENT)) {
      throw forbidden(List.of("requester"));
    }
  }

  private static ProblemException forbidden(List<String> fields) {
    return new ProblemException(
        CommonError.FORBIDDEN,
        "The caller may not set: " + String.join(", ", fields) + ".",
        fields.stream()
            .map(
                name -> new FieldError(name, CommonError.FORBIDDEN.name(), "is not for the caller"))
            .collect(Collectors.toList()));
  }
}
