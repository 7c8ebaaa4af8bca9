package dev.helpdesk.ticketing.space;

import dev.helpdesk.contracts.user.Role;
import dev.helpdesk.kit.page.Listing;
import dev.helpdesk.kit.security.Actor;

/** Who sees a space; the one predicate for every read. */
final class SpacePolicy {
  /** With ?2 whether the actor sees all, ?3 who they are. */
  static final String VISIBLE_HQL =
      "s.deletedAt is null and (?2 = true or s.visibility = Visibility.INTERNAL or exists"
          + " (select 1 from Member m where m.key.spaceId = s.id and m.key.userId = ?3))";

  private SpacePolicy() {}

  static boolean seesAll(Actor actor) {
    return actor.role() == Role.ADMIN;
  }

  /** Restricts a listing over the table space, named s. */
  static Listing onlyVisible(Listing listing, Actor actor) {
    listing.where("s.deleted_at IS NULL");
    return seesAll(actor)
        ? listing
        : listing.where(
            "s.visibility = 'internal' OR EXISTS"
                + " (SELECT 1 FROM member m WHERE m.space_id = s.id AND m.user_id = ?)",
            actor.id());
  }
}
