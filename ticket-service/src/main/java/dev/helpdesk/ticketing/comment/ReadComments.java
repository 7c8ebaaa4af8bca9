package dev.helpdesk.ticketing.comment;

import dev.helpdesk.kit.page.Page;
import dev.helpdesk.kit.page.PageQuery;
import dev.helpdesk.kit.security.Actor;
import dev.helpdesk.ticketing.ticket.TicketAddress;
import dev.helpdesk.ticketing.ticket.Tickets;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;

/** Comments of a ticket, as far as the reader sees the ticket and them. */
@ApplicationScoped
class ReadComments {
  private final Pool pool;
  private final Tickets tickets;
  private final Comments comments;

  ReadComments(Pool pool, Tickets tickets, Comments comments) {
    this.pool = pool;
    this.tickets = tickets;
    this.comments = comments;
  }

  Uni<Page<CommentView>> page(Actor actor, TicketAddress address, PageQuery page) {
    return tickets
        .require(pool, actor, address)
        .chain(seen -> comments.page(seen.ticket().id(), seen.standing().readsInternal(), page));
  }

  Uni<CommentView> one(Actor actor, TicketAddress address, String id) {
    return tickets
        .require(pool, actor, address)
        .chain(
            seen ->
                comments.require(
                    pool,
                    seen.ticket().id(),
                    seen.standing().readsInternal(),
                    ChangeComment.requireId(id)))
        .map(CommentView::from);
  }
}
