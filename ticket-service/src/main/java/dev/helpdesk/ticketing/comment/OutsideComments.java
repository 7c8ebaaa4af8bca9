package dev.helpdesk.ticketing.comment;

import dev.helpdesk.kit.security.Actor;
import dev.helpdesk.ticketing.directory.PersonView;
import dev.helpdesk.ticketing.sla.Now;
import dev.helpdesk.ticketing.ticket.SeenTicket;
import dev.helpdesk.ticketing.ticket.Ticket;
import dev.helpdesk.ticketing.ticket.TicketJournal;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Public comments that another system tells of, within its transaction. They mention none of us,
 * and they open no settled ticket: that the other system does itself, if it is so.
 */
@ApplicationScoped
public class OutsideComments {
  private static final UUID NOBODY = new UUID(0, 0);

  private final CommentTable table;
  private final TicketJournal journal;
  private final Now now;

  OutsideComments(CommentTable table, TicketJournal journal, Now now) {
    this.table = table;
    this.journal = journal;
    this.now = now;
  }

  public Uni<Void> write(
      SqlConnection transaction, Actor actor, SeenTicket seen, PersonView author, String body) {
    Ticket ticket = seen.ticket();
    Instant at = ticket.notBefore(now.instant());
    Comment comment = Comment.by(author, new CreateComment(body, Audience.PUBLIC), at);
    TicketJournal.Chapter chapter = journal.begin(seen);
    ticket.hear(ticket.status().isSettled() ? NOBODY : author.id(), false, false, at);
    return table
        .insert(transaction, ticket.id(), comment)
        .chain(
            () ->
                journal.save(
                    transaction,
                    actor,
                    chapter.telling(CommentEvents.commented(actor, comment, List.of()), actor),
                    at));
  }
}
