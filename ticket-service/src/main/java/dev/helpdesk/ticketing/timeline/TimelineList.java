package dev.helpdesk.ticketing.timeline;

import dev.helpdesk.kit.page.Listing;
import dev.helpdesk.kit.page.Lists;
import dev.helpdesk.kit.page.Page;
import dev.helpdesk.kit.page.PageQuery;
import dev.helpdesk.kit.page.Sort;
import dev.helpdesk.kit.security.Actor;
import dev.helpdesk.ticketing.space.SpaceSight;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The whole timeline of a ticket, oldest line first. */
@ApplicationScoped
public class TimelineList {
  private static final Sort IN_ORDER = new Sort("e.position", "bigint", false);

  private final Lists lists;

  TimelineList(Lists lists) {
    this.lists = lists;
  }

  public Uni<Page<EntryView>> read(
      Actor actor, UUID ticketId, boolean internalToo, PageQuery page) {
    Listing listing =
        new Listing(
            "timeline", EntryView.COLUMNS, EntryView.FROM, "e.position", "bigint", IN_ORDER);
    listing
        .binding(actor.id(), SpaceSight.seesAll(actor))
        .where(EntryView.VISIBLE)
        .where("e.ticket_id = ? AND (NOT e.internal OR ?)", ticketId, internalToo);
    return lists.read(listing, page, EntryView::from);
  }
}
