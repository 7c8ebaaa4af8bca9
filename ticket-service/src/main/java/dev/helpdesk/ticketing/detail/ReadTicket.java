package dev.helpdesk.ticketing.detail;

import dev.helpdesk.kit.security.Actor;
import dev.helpdesk.ticketing.comment.CommentView;
import dev.helpdesk.ticketing.comment.Comments;
import dev.helpdesk.ticketing.sla.Now;
import dev.helpdesk.ticketing.ticket.SeenTicket;
import dev.helpdesk.ticketing.ticket.TicketAddress;
import dev.helpdesk.ticketing.ticket.TicketView;
import dev.helpdesk.ticketing.ticket.Tickets;
import dev.helpdesk.ticketing.timeline.Timeline;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** One ticket with its newest comments and lines of the timeline. */
@ApplicationScoped
class ReadTicket {
  private final Pool pool;
  private final Tickets tickets;
  private final Comments comments;
  private final Timeline timeline;
  private final Now now;

  ReadTicket(Pool pool, Tickets tickets, Comments comments, Timeline timeline, Now now) {
    this.pool = pool;
    this.tickets = tickets;
    this.comments = comments;
    this.timeline = timeline;
    this.now = now;
  }

  Uni<TicketDetail> read(Actor actor, TicketAddress address) {
    return tickets.require(pool, actor, address).chain(seen -> detail(actor, seen));
  }

  private Uni<TicketDetail> detail(Actor actor, SeenTicket seen) {
    TicketView view = TicketView.of(seen, now.instant());
    boolean internalToo = seen.standing().readsInternal();
    return Uni.combine()
        .all()
        .unis(
            newestComments(view, internalToo), timeline.newest(pool, actor, view.id(), internalToo))
        .asTuple()
        .map(both -> new TicketDetail(view, both.getItem1(), both.getItem2()));
  }

  private Uni<List<CommentView>> newestComments(TicketView view, boolean internalToo) {
    return view.commentCount() == 0
        ? Uni.createFrom().item(List.of())
        : comments.newest(pool, view.id(), internalToo);
  }
}
