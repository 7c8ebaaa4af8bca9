package dev.helpdesk.ticketing.ticket;

import dev.helpdesk.contracts.ticket.TicketDeleted;
import dev.helpdesk.contracts.ticket.TicketRestored;
import dev.helpdesk.kit.problem.CommonError;
import dev.helpdesk.kit.problem.ProblemException;
import dev.helpdesk.kit.security.Actor;
import dev.helpdesk.kit.sql.Transactions;
import dev.helpdesk.kit.web.IfMatch;
import dev.helpdesk.ticketing.sla.Now;
import dev.helpdesk.ticketing.space.Standing;
import dev.helpdesk.ticketing.ticket.TicketJournal.Chapter;
import dev.helpdesk.ticketing.ticket.TicketJournal.Happening;
import dev.helpdesk.ticketing.timeline.Action;
import dev.helpdesk.ticketing.timeline.NewEntry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Deletes tickets and brings them back. */
@ApplicationScoped
class TicketRemoval {
  private final Transactions transactions;
  private final Tickets tickets;
  private final TicketJournal journal;
  private final Now now;

  TicketRemoval(Transactions transactions, Tickets tickets, TicketJournal journal, Now now) {
    this.transactions = transactions;
    this.tickets = tickets;
    this.journal = journal;
    this.now = now;
  }

  Uni<Void> delete(Actor actor, TicketAddress address, @Nullable IfMatch expected) {
    return transactions.run(
        transaction ->
            tickets
                .requireLocked(transaction, actor, address)
                .invoke(seen -> TicketPolicy.requireOwner(seen.standing()))
                .invoke(seen -> IfMatch.check(expected, null, seen.ticket().version))
                .chain(seen -> delete(transaction, actor, seen)));
  }

  private Uni<Void> delete(SqlConnection transaction, Actor actor, SeenTicket seen) {
    Chapter chapter = journal.begin(seen);
    seen.ticket().delete(now.instant());
    Happening deleted =
        new Happening(
            NewEntry.of(Action.DELETED, List.of()),
            (state, watchers) -> new TicketDeleted(state, actor.id(), watchers));
    return save(transaction, actor, chapter.telling(deleted, actor));
  }

  Uni<TicketView> restore(Actor actor, TicketAddress address) {
    return transactions.run(
        transaction ->
            tickets
                .requireLockedEvenDeleted(transaction, actor, address)
                .invoke(TicketRemoval::requireRestorable)
                .call(seen -> restore(transaction, actor, seen))
                .map(seen -> TicketView.of(seen, now.instant())));
  }

  /** For all but owners and admins a deleted ticket is not there. */
  private static void requireRestorable(SeenTicket seen) {
    boolean deleted = seen.ticket().deletedAt != null;
    if (deleted && !seen.standing().isAtLeast(Standing.OWNER)) {
      throw ProblemException.notFound();
    }
    TicketPolicy.requireOwner(seen.standing());
    if (!deleted) {
      throw new ProblemException(CommonError.CONFLICT, "The ticket is not deleted.");
    }
  }

  private Uni<Void> restore(SqlConnection transaction, Actor actor, SeenTicket seen) {
    Chapter chapter = journal.begin(seen);
    seen.ticket().restore(now.instant());
    Happening restored =
        new Happening(
            NewEntry.of(Action.RESTORED, List.of()),
            (state, watchers) -> new TicketRestored(state, actor.id(), watchers));
    return save(transaction, actor, chapter.telling(restored, actor));
  }

  private Uni<Void> save(SqlConnection transaction, Actor actor, Chapter chapter) {
    return journal.save(transaction, actor, chapter, chapter.seen().ticket().updatedAt);
  }
}
