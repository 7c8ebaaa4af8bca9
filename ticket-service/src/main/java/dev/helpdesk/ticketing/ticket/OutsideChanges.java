package dev.helpdesk.ticketing.ticket;

import dev.helpdesk.contracts.user.Role;
import dev.helpdesk.kit.problem.ProblemException;
import dev.helpdesk.kit.security.Actor;
import dev.helpdesk.ticketing.directory.PersonView;
import dev.helpdesk.ticketing.sla.Now;
import dev.helpdesk.ticketing.space.SeenSpace;
import dev.helpdesk.ticketing.ticket.TicketJournal.Chapter;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Changes that another system tells of, within its transaction: the same verbs and the same journal
 * as for people, but no policy, because nobody asks. Its texts mention none of us.
 */
@ApplicationScoped
public class OutsideChanges {
  private final FileTicket filing;
  private final Tickets tickets;
  private final TicketJournal journal;
  private final Now now;

  OutsideChanges(FileTicket filing, Tickets tickets, TicketJournal journal, Now now) {
    this.filing = filing;
    this.tickets = tickets;
    this.journal = journal;
    this.now = now;
  }

  /** Who acts for the other system: they see all, and no request is ever made in their name. */
  public static Actor actor(UUID person) {
    return new Actor(person, "", Role.ADMIN, Set.of());
  }

  /** The id of the new ticket. */
  public Uni<UUID> file(
      SqlConnection transaction,
      SeenSpace space,
      PersonView requester,
      String title,
      String description,
      List<String> tags) {
    CreateTicket command =
        new CreateTicket(title, description, null, null, null, tags, null, null, null, null);
    return filing
        .insert(
            transaction,
            actor(requester.id()),
            space,
            command,
            new FileTicket.Cast(requester, null, List.of()))
        .map(Ticket::id);
  }

  /** Null where it is gone or its space is. Nobody else changes it until the commit. */
  public Uni<@Nullable SeenTicket> findLocked(
      SqlConnection transaction, Actor actor, UUID ticketId) {
    return tickets
        .requireLocked(transaction, actor, TicketAddress.of(null, ticketId.toString()))
        .onFailure(ProblemException.class)
        .recoverWithNull();
  }

  public Uni<Void> change(
      SqlConnection transaction, Actor actor, SeenTicket seen, OutsideChange change) {
    Ticket ticket = seen.ticket();
    Chapter before = journal.begin(seen);
    Instant at = ticket.notBefore(now.instant());
    change.applyTo(ticket, at);
    ticket.settle(at);
    Chapter chapter =
        new Chapter(
            seen, before.before(), false, ChangeEvents.of(ticket, actor, List.of()), Set.of());
    return journal.save(transaction, actor, chapter, at);
  }
}
