package dev.helpdesk.ticketing.ticket;

import dev.helpdesk.kit.problem.CommonError;
import dev.helpdesk.kit.problem.ProblemException;
import dev.helpdesk.kit.security.Actor;
import dev.helpdesk.ticketing.ticket.TicketPolicy.Relation;
import dev.helpdesk.ticketing.ticket.TicketPolicy.Wish;
import java.util.EnumSet;

/** The policy as other features ask it. */
public final class TicketRights {
  private TicketRights() {}

  /** Whoever may change any field of the ticket. */
  public static void requireMayChangeAny(Actor actor, SeenTicket seen) {
    if (!mayChangeAny(ChangeTicket.relation(actor, seen), seen.ticket().status)) {
      throw new ProblemException(
          CommonError.FORBIDDEN, "The caller may change nothing of this ticket.");
    }
  }

  static boolean mayChangeAny(Relation relation, Status present) {
    Wish all = new Wish(EnumSet.allOf(Field.class), null, true);
    return TicketPolicy.refused(relation, present, all).size() < all.fields().size();
  }
}
