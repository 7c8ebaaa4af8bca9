package dev.helpdesk.ticketing.space;

import dev.helpdesk.kit.page.Listing;
import dev.helpdesk.kit.page.Lists;
import dev.helpdesk.kit.page.Page;
import dev.helpdesk.kit.page.PageQuery;
import dev.helpdesk.kit.page.Sort;
import dev.helpdesk.kit.security.Actor;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The members of a space, by name. */
@ApplicationScoped
class MemberList {
  private static final Sort BY_NAME = new Sort("lower(p.name)", "text", false);

  private final SpaceRepository spaces;
  private final Lists lists;

  MemberList(SpaceRepository spaces, Lists lists) {
    this.spaces = spaces;
    this.lists = lists;
  }

  Uni<Page<MemberView>> read(Actor actor, String space, PageQuery page) {
    return requireId(actor, space).chain(id -> lists.read(members(id), page, MemberView::from));
  }

  @WithSession
  Uni<UUID> requireId(Actor actor, String space) {
    return spaces.require(actor, space).map(found -> found.id);
  }

  private static Listing members(UUID space) {
    return new Listing(
            "members",
            "m.user_id, p.name, p.email, m.role",
            "member m JOIN person p ON p.id = m.user_id",
            "m.user_id",
            "uuid",
            BY_NAME)
        .where("m.space_id = ?", space);
  }
}
