package dev.helpdesk.ticketing.detail;

import dev.helpdesk.kit.page.Page;
import dev.helpdesk.kit.page.PageQuery;
import dev.helpdesk.kit.security.Actor;
import dev.helpdesk.ticketing.ticket.TicketAddress;
import dev.helpdesk.ticketing.ticket.Tickets;
import dev.helpdesk.ticketing.timeline.EntryView;
import dev.helpdesk.ticketing.timeline.TimelineList;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;

/** The timeline of a ticket, as far as the reader sees the ticket and the lines. */
@ApplicationScoped
class ReadTimeline {
  private final Pool pool;
  private final Tickets tickets;
  private final TimelineList timeline;

  ReadTimeline(Pool pool, Tickets tickets, TimelineList timeline) {
    this.pool = pool;
    this.tickets = tickets;
    this.timeline = timeline;
  }

  Uni<Page<EntryView>> page(Actor actor, TicketAddress address, PageQuery page) {
    return tickets
        .require(pool, actor, address)
        .chain(
            seen ->
                timeline.read(actor, seen.ticket().id(), seen.standing().readsInternal(), page));
  }
}
