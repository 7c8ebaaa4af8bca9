package dev.helpdesk.ticketing.space;

import dev.helpdesk.kit.page.Listing;
import dev.helpdesk.kit.page.Lists;
import dev.helpdesk.kit.page.Page;
import dev.helpdesk.kit.page.PageQuery;
import dev.helpdesk.kit.page.Sort;
import dev.helpdesk.kit.security.Actor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** The spaces that somebody sees, by name. */
@ApplicationScoped
class SpaceList {
  private static final Sort BY_NAME = new Sort("lower(s.name)", "text", false);
  private static final String COLUMNS = "s." + SpaceView.COLUMNS.replace(", ", ", s.");
  private static final String FROM = "space s " + SpaceSight.MEMBERSHIP;

  private final Lists lists;

  SpaceList(Lists lists) {
    this.lists = lists;
  }

  Uni<Page<SpaceView>> read(Actor actor, @Nullable String search, PageQuery page) {
    Listing listing = new Listing("spaces", COLUMNS, FROM, "s.id", "uuid", BY_NAME);
    SpacePolicy.onlyVisible(listing, actor);
    if (search != null && !search.isEmpty()) {
      listing.where("position(lower(?) IN lower(s.name)) > 0", search);
    }
    return lists.read(listing, page, SpaceView::from);
  }
}
