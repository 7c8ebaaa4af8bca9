package dev.helpdesk.notification.directory;

/**
 * Whether somebody may (still) see what they were told of, as the one piece of SQL that lists,
 * streams and the sender use. The row that tells is called by its own name; the person is p, the
 * space s.
 *
 * <p>The event itself was right about who may see it. So it is believed until something newer is
 * known of the space or the person; then they are judged by what is known. Space and ticket events
 * travel apart, so something older than the event may be missing here for a moment.
 */
public final class Sight {
  private static final String JOIN =
      " LEFT JOIN person p ON p.id = %1$s.user_id LEFT JOIN space s ON s.id = %1$s.space_id";

  private static final String SEES =
      """
      (p.active IS NOT FALSE
       AND NOT EXISTS (SELECT 1 FROM removed_ticket r WHERE r.ticket_id = %1$s.ticket_uuid)
       AND (s.id IS NULL
            OR (s.as_of < %1$s.occurred_at AND coalesce(p.as_of < %1$s.occurred_at, true))
            OR (NOT s.deleted
                AND (s.visibility = 'internal' OR p.role = 'admin' OR EXISTS
                      (SELECT 1 FROM member m WHERE m.space_id = s.id AND m.user_id = p.id))
                AND (NOT %1$s.internal OR p.role = 'admin'
                     OR (p.role = 'agent' AND s.visibility = 'internal') OR EXISTS
                      (SELECT 1 FROM member m WHERE m.space_id = s.id AND m.user_id = p.id
                        AND m.role <> 'member')))))""";

  private Sight() {}

  /** Joins p and s to the row. */
  public static String join(String row) {
    return JOIN.formatted(row);
  }

  /** True where the row's person may see it. */
  public static String sees(String row) {
    return SEES.formatted(row);
  }
}
