package dev.helpdesk.ticketing.space;

import dev.helpdesk.contracts.user.Role;
import dev.helpdesk.kit.security.Actor;

/**
 * Who sees a space, as the one piece of SQL that every read uses. It speaks of the space as s, of
 * the caller's membership as m, of another person as p; the caller's id is $1, and $2 whether they
 * see all.
 */
public final class SpaceSight {
  public static final String MEMBERSHIP =
      "LEFT JOIN member m ON m.space_id = s.id AND m.user_id = $1";

  public static final String VISIBLE =
      "s.deleted_at IS NULL AND (s.visibility = 'internal' OR m.user_id IS NOT NULL OR $2)";

  /** Whether the person p would see the space s, if it is not deleted. */
  public static final String PERSON_SEES =
      "(s.visibility = 'internal' OR p.role = 'admin' OR EXISTS"
          + " (SELECT 1 FROM member pm WHERE pm.space_id = s.id AND pm.user_id = p.id))";

  /** Whether the person p, who sees the space s, may read internal comments there. */
  public static final String PERSON_IS_STAFF =
      "(p.role = 'admin' OR (p.role = 'agent' AND s.visibility = 'internal') OR EXISTS"
          + " (SELECT 1 FROM member pm WHERE pm.space_id = s.id AND pm.user_id = p.id"
          + " AND pm.role <> 'member'))";

  private SpaceSight() {}

  public static boolean seesAll(Actor actor) {
    return actor.role() == Role.ADMIN;
  }
}
