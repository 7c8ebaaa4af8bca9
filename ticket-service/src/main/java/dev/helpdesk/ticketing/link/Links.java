package dev.helpdesk.ticketing.link;

import dev.helpdesk.kit.page.Listing;
import dev.helpdesk.kit.page.Lists;
import dev.helpdesk.kit.page.Page;
import dev.helpdesk.kit.page.PageQuery;
import dev.helpdesk.kit.page.Sort;
import dev.helpdesk.kit.problem.ProblemException;
import dev.helpdesk.kit.security.Actor;
import dev.helpdesk.kit.sql.Rows;
import dev.helpdesk.ticketing.space.SpaceRef;
import dev.helpdesk.ticketing.space.SpaceSight;
import dev.helpdesk.ticketing.ticket.TicketAddress;
import dev.helpdesk.ticketing.ticket.Tickets;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Reads the links of a ticket that the reader sees; those to what they do not see are not there.
 */
@ApplicationScoped
class Links {
  private static final Sort OLDEST_FIRST = new Sort("l.created_at", "timestamptz", false);
  private static final String FROM =
      "ticket_link l JOIN ticket t ON t.id = CASE WHEN l.from_id = $3 THEN l.to_id"
          + " ELSE l.from_id END JOIN space s ON s.id = t.space_id "
          + SpaceSight.MEMBERSHIP;
  private static final String VISIBLE =
      "(l.from_id = $3 OR l.to_id = $3) AND t.deleted_at IS NULL AND " + SpaceSight.VISIBLE;
  private static final String FIND =
      "SELECT " + LinkView.COLUMNS + " FROM " + FROM + " WHERE " + VISIBLE + " AND l.id = $4";

  private final Pool pool;
  private final Tickets tickets;
  private final Lists lists;

  Links(Pool pool, Tickets tickets, Lists lists) {
    this.pool = pool;
    this.tickets = tickets;
    this.lists = lists;
  }

  /** A link with the ids of both ends, as the ticket that it was asked for sees it. */
  record Found(LinkView view, UUID ticketId, UUID otherId) {}

  Uni<Page<LinkView>> page(Actor actor, TicketAddress address, PageQuery page) {
    return tickets
        .require(pool, actor, address)
        .chain(seen -> lists.read(linksOf(actor, seen.ticket().id()), page, LinkView::from));
  }

  Uni<LinkView> one(Actor actor, TicketAddress address, String id) {
    return tickets
        .require(pool, actor, address)
        .chain(seen -> require(pool, actor, seen.ticket().id(), id))
        .map(Found::view);
  }

  Uni<Found> require(SqlClient client, Actor actor, UUID ticketId, String id) {
    UUID link = SpaceRef.idIn(id);
    if (link == null) {
      return Uni.createFrom().failure(ProblemException::notFound);
    }
    return client
        .preparedQuery(FIND)
        .execute(Tuple.of(actor.id(), SpaceSight.seesAll(actor), ticketId, link))
        .map(
            rows ->
                Rows.first(rows, row -> new Found(LinkView.from(row), ticketId, row.getUUID(7))))
        .onItem()
        .ifNull()
        .failWith(ProblemException::notFound);
  }

  private static Listing linksOf(Actor actor, UUID ticketId) {
    return new Listing("links", LinkView.COLUMNS, FROM, "l.id", "uuid", OLDEST_FIRST)
        .binding(actor.id(), SpaceSight.seesAll(actor), ticketId)
        .where(VISIBLE);
  }
}
