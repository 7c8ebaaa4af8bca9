package dev.helpdesk.ticketing.comment;

import dev.helpdesk.kit.idempotency.Created;
import dev.helpdesk.kit.idempotency.Idempotency;
import dev.helpdesk.kit.security.Actor;
import dev.helpdesk.kit.sql.Transactions;
import dev.helpdesk.ticketing.directory.People;
import dev.helpdesk.ticketing.directory.PersonView;
import dev.helpdesk.ticketing.sla.Now;
import dev.helpdesk.ticketing.ticket.Mentions;
import dev.helpdesk.ticketing.ticket.OutdatedPolicyException;
import dev.helpdesk.ticketing.ticket.SeenTicket;
import dev.helpdesk.ticketing.ticket.Ticket;
import dev.helpdesk.ticketing.ticket.TicketAddress;
import dev.helpdesk.ticketing.ticket.TicketJournal;
import dev.helpdesk.ticketing.ticket.Tickets;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Somebody says something; a requester's answer may move the ticket on. */
@ApplicationScoped
class WriteComment {
  private final Transactions transactions;
  private final Idempotency idempotency;
  private final Tickets tickets;
  private final CommentTable table;
  private final People people;
  private final TicketJournal journal;
  private final Now now;

  WriteComment(
      Transactions transactions,
      Idempotency idempotency,
      Tickets tickets,
      CommentTable table,
      People people,
      TicketJournal journal,
      Now now) {
    this.transactions = transactions;
    this.idempotency = idempotency;
    this.tickets = tickets;
    this.table = table;
    this.people = people;
    this.journal = journal;
    this.now = now;
  }

  Uni<Created<CommentView>> write(Actor actor, TicketAddress address, CreateComment command) {
    return transactions
        .run(
            transaction ->
                tickets
                    .requireLocked(transaction, actor, address)
                    .invoke(
                        seen ->
                            CommentPolicy.requireMayWrite(seen.standing(), command.isInternal()))
                    .chain(
                        seen ->
                            idempotency.once(
                                transaction,
                                command,
                                () -> write(transaction, actor, seen, command))))
        .onFailure(OutdatedPolicyException.class)
        .retry()
        .atMost(OutdatedPolicyException.TRIES);
  }

  private Uni<Created<CommentView>> write(
      SqlConnection transaction, Actor actor, SeenTicket seen, CreateComment command) {
    UUID space = seen.ticket().identity().spaceId();
    Set<String> names = Mentions.in(command.body());
    return people
        .findInSpace(transaction, space, actor.id().toString())
        .map(author -> author == null ? new PersonView(actor.id(), "", actor.email()) : author)
        .chain(
            author ->
                people
                    .mentioned(transaction, space, names, command.isInternal())
                    .chain(called -> save(transaction, actor, seen, command, author, called)));
  }

  private Uni<Created<CommentView>> save(
      SqlConnection transaction,
      Actor actor,
      SeenTicket seen,
      CreateComment command,
      PersonView author,
      List<UUID> called) {
    Ticket ticket = seen.ticket();
    Instant at = ticket.notBefore(now.instant());
    Comment comment = Comment.by(author, command, at);
    TicketJournal.Chapter chapter = journal.begin(seen).joinedBy(joining(actor, called));
    ticket.hear(actor.id(), seen.standing().readsInternal(), comment.internal, at);
    return table
        .insert(transaction, ticket.id(), comment)
        .chain(
            () ->
                journal.save(
                    transaction,
                    actor,
                    chapter.telling(CommentEvents.commented(actor, comment, called), actor),
                    at))
        .replaceWith(Created.at(location(ticket, comment), CommentView.from(comment)));
  }

  private static Set<UUID> joining(Actor actor, List<UUID> called) {
    Set<UUID> joining = new HashSet<>(called);
    joining.add(actor.id());
    return joining;
  }

  private static String location(Ticket ticket, Comment comment) {
    return "/api/v1/tickets/" + ticket.identity().key() + "/comments/" + comment.id;
  }
}
