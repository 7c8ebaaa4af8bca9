package dev.helpdesk.ticketing.ticket;

import dev.helpdesk.kit.page.Listing;
import dev.helpdesk.kit.page.Lists;
import dev.helpdesk.kit.page.Page;
import dev.helpdesk.kit.page.PageQuery;
import dev.helpdesk.kit.security.Actor;
import dev.helpdesk.ticketing.sla.Now;
import dev.helpdesk.ticketing.space.SeenSpace;
import dev.helpdesk.ticketing.space.Spaces;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Pages of tickets, of one space or of all that the actor sees. */
@ApplicationScoped
class TicketLists {
  private final Pool pool;
  private final Spaces spaces;
  private final TicketListing listings;
  private final TicketCounts counts;
  private final Lists lists;
  private final Now now;

  TicketLists(
      Pool pool, Spaces spaces, TicketListing listings, TicketCounts counts, Lists lists, Now now) {
    this.pool = pool;
    this.spaces = spaces;
    this.listings = listings;
    this.counts = counts;
    this.lists = lists;
    this.now = now;
  }

  Uni<Page<TicketView>> list(
      Actor actor, @Nullable String space, TicketFilter filter, PageQuery page) {
    TicketCriteria wanted = TicketCriteria.of(filter);
    return inside(actor, space).chain(found -> list(actor, found, wanted, page));
  }

  Uni<TicketStats> stats(Actor actor, @Nullable String space) {
    return inside(actor, space).chain(found -> counts.stats(actor, found, now.instant()));
  }

  private Uni<Page<TicketView>> list(
      Actor actor, @Nullable SeenSpace space, TicketCriteria wanted, PageQuery page) {
    Instant at = now.instant();
    return listings
        .of(actor, space, wanted, at)
        .chain(listing -> read(actor, space, wanted, listing, page))
        .map(found -> found.map(seen -> TicketView.of(seen, at)));
  }

  private Uni<Page<SeenTicket>> read(
      Actor actor,
      @Nullable SeenSpace space,
      TicketCriteria wanted,
      Listing listing,
      PageQuery page) {
    return wanted.isCounted()
        ? lists.read(
            listing,
            page,
            row -> TicketRow.seen(actor, row),
            () -> counts.total(actor, space, wanted.statuses()))
        : lists.read(listing, page, row -> TicketRow.seen(actor, row));
  }

  /** The space that a list is of; null for all. */
  private Uni<@Nullable SeenSpace> inside(Actor actor, @Nullable String space) {
    return space == null ? Uni.createFrom().nullItem() : spaces.require(pool, actor, space);
  }
}
