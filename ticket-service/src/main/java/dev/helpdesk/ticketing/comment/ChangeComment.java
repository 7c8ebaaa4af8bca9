package dev.helpdesk.ticketing.comment;

import dev.helpdesk.kit.problem.ProblemException;
import dev.helpdesk.kit.security.Actor;
import dev.helpdesk.kit.sql.Transactions;
import dev.helpdesk.kit.web.IfMatch;
import dev.helpdesk.ticketing.directory.People;
import dev.helpdesk.ticketing.sla.Now;
import dev.helpdesk.ticketing.space.SpaceRef;
import dev.helpdesk.ticketing.ticket.Mentions;
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
import org.jspecify.annotations.Nullable;

/** Somebody takes back what they said, or says it better. */
@ApplicationScoped
class ChangeComment {
  private final Transactions transactions;
  private final Tickets tickets;
  private final Comments comments;
  private final CommentTable table;
  private final People people;
  private final TicketJournal journal;
  private final Now now;

  ChangeComment(
      Transactions transactions,
      Tickets tickets,
      Comments comments,
      CommentTable table,
      People people,
      TicketJournal journal,
      Now now) {
    this.transactions = transactions;
    this.tickets = tickets;
    this.comments = comments;
    this.table = table;
    this.people = people;
    this.journal = journal;
    this.now = now;
  }

  /** A comment and its ticket, both held until the commit. */
  private record Found(SeenTicket seen, Comment comment) {}

  Uni<CommentView> edit(
      Actor actor,
      TicketAddress address,
      String id,
      EditComment command,
      @Nullable IfMatch expected) {
    return transactions.run(
        transaction ->
            find(transaction, actor, address, id)
                .invoke(found -> CommentPolicy.requireMayEdit(actor.id(), found.comment()))
                .invoke(
                    found -> IfMatch.check(expected, command.version(), found.comment().version))
                .call(found -> edit(transaction, actor, found, command.body()))
                .map(found -> CommentView.from(found.comment())));
  }

  private Uni<Void> edit(SqlConnection transaction, Actor actor, Found found, String body) {
    Comment comment = found.comment();
    Ticket ticket = found.seen().ticket();
    if (comment.body.equals(body)) {
      return Uni.createFrom().voidItem();
    }
    Set<String> names = Mentions.added(comment.body, body);
    Instant at = ticket.notBefore(now.instant());
    comment.edit(body, at);
    return people
        .mentioned(transaction, ticket.identity().spaceId(), names, comment.internal)
        .chain(called -> save(transaction, actor, found, called, at));
  }

  private Uni<Void> save(
      SqlConnection transaction, Actor actor, Found found, List<UUID> called, Instant at) {
    TicketJournal.Chapter chapter =
        journal
            .begin(found.seen())
            .joinedBy(new HashSet<>(called))
            .telling(CommentEvents.edited(actor, found.comment(), called), actor);
    return table
        .update(transaction, found.comment())
        .chain(() -> journal.save(transaction, actor, chapter, at));
  }

  Uni<Void> delete(Actor actor, TicketAddress address, String id, @Nullable IfMatch expected) {
    return transactions.run(
        transaction ->
            find(transaction, actor, address, id)
                .invoke(
                    found ->
                        CommentPolicy.requireMayDelete(
                            found.seen().standing(), actor.id(), found.comment()))
                .invoke(found -> IfMatch.check(expected, null, found.comment().version))
                .chain(found -> delete(transaction, actor, found)));
  }

  private Uni<Void> delete(SqlConnection transaction, Actor actor, Found found) {
    Ticket ticket = found.seen().ticket();
    Instant at = ticket.notBefore(now.instant());
    found.comment().delete(at);
    ticket.forget(found.comment().internal);
    TicketJournal.Chapter chapter =
        journal.begin(found.seen()).telling(CommentEvents.deleted(actor, found.comment()), actor);
    return table
        .update(transaction, found.comment())
        .chain(() -> journal.save(transaction, actor, chapter, at));
  }

  private Uni<Found> find(
      SqlConnection transaction, Actor actor, TicketAddress address, String id) {
    return tickets
        .requireLocked(transaction, actor, address)
        .chain(
            seen ->
                comments
                    .require(
                        transaction,
                        seen.ticket().id(),
                        seen.standing().readsInternal(),
                        requireId(id))
                    .map(comment -> new Found(seen, comment)));
  }

  static UUID requireId(String text) {
    UUID id = SpaceRef.idIn(text);
    if (id == null) {
      throw ProblemException.notFound();
    }
    return id;
  }
}
