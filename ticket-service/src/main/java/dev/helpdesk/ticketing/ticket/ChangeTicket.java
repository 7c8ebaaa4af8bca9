package dev.helpdesk.ticketing.ticket;

import dev.helpdesk.kit.problem.ProblemException;
import dev.helpdesk.kit.security.Actor;
import dev.helpdesk.kit.sql.Transactions;
import dev.helpdesk.kit.web.IfMatch;
import dev.helpdesk.ticketing.directory.People;
import dev.helpdesk.ticketing.directory.PersonView;
import dev.helpdesk.ticketing.sla.Now;
import dev.helpdesk.ticketing.ticket.TicketJournal.Chapter;
import dev.helpdesk.ticketing.ticket.TicketPolicy.Relation;
import dev.helpdesk.ticketing.ticket.TicketPolicy.Wish;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The one way in which a ticket's fields change, whatever door the change comes through. */
@ApplicationScoped
class ChangeTicket {
  private final Transactions transactions;
  private final Tickets tickets;
  private final People people;
  private final TicketJournal journal;
  private final Now now;

  ChangeTicket(
      Transactions transactions, Tickets tickets, People people, TicketJournal journal, Now now) {
    this.transactions = transactions;
    this.tickets = tickets;
    this.people = people;
    this.journal = journal;
    this.now = now;
  }

  Uni<TicketView> patch(
      Actor actor, TicketAddress address, PatchTicket patch, @Nullable IfMatch expected) {
    return transactions
        .run(
            transaction ->
                tickets
                    .requireLocked(transaction, actor, address)
                    .call(seen -> change(transaction, actor, seen, patch, expected))
                    .map(seen -> TicketView.of(seen, now.instant())))
        .onFailure(OutdatedPolicyException.class)
        .retry()
        .atMost(OutdatedPolicyException.TRIES);
  }

  private Uni<Void> change(
      SqlConnection transaction,
      Actor actor,
      SeenTicket seen,
      PatchTicket patch,
      @Nullable IfMatch expected) {
    return assignee(transaction, seen, patch)
        .invoke(found -> judge(actor, seen, patch, found, expected))
        .chain(found -> apply(transaction, actor, seen, patch, found));
  }

  private Uni<@Nullable PersonView> assignee(
      SqlConnection transaction, SeenTicket seen, PatchTicket patch) {
    String name = patch.namedAssignee();
    return name == null
        ? Uni.createFrom().nullItem()
        : people.findInSpace(transaction, seen.ticket().identity.spaceId(), name);
  }

  /** In the order of refusals: permission, precondition, meaning. */
  private static void judge(
      Actor actor,
      SeenTicket seen,
      PatchTicket patch,
      @Nullable PersonView found,
      @Nullable IfMatch expected) {
    Ticket ticket = seen.ticket();
    boolean claims = found != null && found.id().equals(actor.id());
    TicketPolicy.require(
        relation(actor, seen),
        ticket.status,
        new Wish(patch.fields(), patch.wantedStatus(), claims));
    IfMatch.check(expected, patch.version(), ticket.version);
    if (patch.namedAssignee() != null && found == null) {
      throw unknownAssignee();
    }
  }

  static ProblemException unknownAssignee() {
    return ProblemException.invalid("assignee", "is nobody who is active and sees the space");
  }

  static Relation relation(Actor actor, SeenTicket seen) {
    PersonView assignee = seen.ticket().assignee;
    return new Relation(
        seen.standing(),
        seen.ticket().requester.id().equals(actor.id()),
        assignee != null && assignee.id().equals(actor.id()),
        assignee == null);
  }

  private Uni<Void> apply(
      SqlConnection transaction,
      Actor actor,
      SeenTicket seen,
      PatchTicket patch,
      @Nullable PersonView assignee) {
    Ticket ticket = seen.ticket();
    Instant at = ticket.notBefore(now.instant());
    Status before = ticket.status;
    Set<String> calls =
        patch.description() == null
            ? Set.of()
            : Mentions.added(ticket.description, patch.description().orElse(""));
    patch.applyTo(ticket, assignee, at);
    ticket.settle(at);
    return people
        .mentioned(transaction, ticket.identity.spaceId(), calls, false)
        .chain(
            mentioned ->
                journal.save(transaction, actor, chapter(actor, seen, before, mentioned), at));
  }

  private static Chapter chapter(
      Actor actor, SeenTicket seen, Status before, List<UUID> mentioned) {
    Ticket ticket = seen.ticket();
    Set<UUID> joining = new HashSet<>(mentioned);
    if (ticket.changes().containsKey(Field.ASSIGNEE) && ticket.assignee != null) {
      joining.add(ticket.assignee.id());
    }
    return new Chapter(seen, before, false, ChangeEvents.of(ticket, actor, mentioned), joining);
  }
}
