package dev.helpdesk.ticketing.watcher;

import dev.helpdesk.kit.page.Listing;
import dev.helpdesk.kit.page.Lists;
import dev.helpdesk.kit.page.Page;
import dev.helpdesk.kit.page.PageQuery;
import dev.helpdesk.kit.page.Sort;
import dev.helpdesk.kit.security.Actor;
import dev.helpdesk.ticketing.directory.AuthorView;
import dev.helpdesk.ticketing.sla.Now;
import dev.helpdesk.ticketing.space.SpaceSight;
import dev.helpdesk.ticketing.ticket.TicketAddress;
import dev.helpdesk.ticketing.ticket.TicketTable;
import dev.helpdesk.ticketing.ticket.Tickets;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Who watches a ticket; those who may not see it any more are not among them. */
@ApplicationScoped
class Watching {
  private static final Sort SINCE = new Sort("w.since", "timestamptz", false);
  private static final String FROM =
      "watcher w JOIN person p ON p.id = w.user_id JOIN ticket t ON t.id = w.ticket_id"
          + " JOIN space s ON s.id = t.space_id";
  private static final String STOP = "DELETE FROM watcher WHERE ticket_id = $1 AND user_id = $2";

  private final Pool pool;
  private final Tickets tickets;
  private final TicketTable table;
  private final Lists lists;
  private final Now now;

  Watching(Pool pool, Tickets tickets, TicketTable table, Lists lists, Now now) {
    this.pool = pool;
    this.tickets = tickets;
    this.table = table;
    this.lists = lists;
    this.now = now;
  }

  Uni<Page<AuthorView>> list(Actor actor, TicketAddress address, PageQuery page) {
    return tickets
        .require(pool, actor, address)
        .chain(
            seen ->
                lists.read(
                    watchers(seen.ticket().id()),
                    page,
                    row -> new AuthorView(row.getUUID(0), row.getString(1))));
  }

  private static Listing watchers(UUID ticketId) {
    return new Listing("watchers", "p.id, p.name", FROM, "p.id", "uuid", SINCE)
        .where("w.ticket_id = ? AND p.active AND " + SpaceSight.PERSON_SEES, ticketId);
  }

  Uni<Void> start(Actor actor, TicketAddress address) {
    return tickets
        .require(pool, actor, address)
        .chain(seen -> table.watch(pool, seen.ticket().id(), List.of(actor.id()), now.instant()));
  }

  Uni<Void> stop(Actor actor, TicketAddress address) {
    return tickets
        .require(pool, actor, address)
        .chain(seen -> pool.preparedQuery(STOP).execute(Tuple.of(seen.ticket().id(), actor.id())))
        .replaceWithVoid();
  }
}
