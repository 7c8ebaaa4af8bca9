package dev.helpdesk.notification.delivery;

import dev.helpdesk.notification.directory.Sight;

/**
 * The look for work. It leaps from domain to domain that has something waiting and takes the oldest
 * few of each in turn, so that a hundred thousand mails for one domain delay none for another. A
 * domain that fails gets one mail at a time, and none before its pause is over. Of a bundle only
 * the oldest is looked for; the others come with it.
 *
 * <p>$1 lane, $2 how many, $3 seconds of the claim, $4 how many of a domain at once, $5 and $6 what
 * is under way here by domain, $7 whether pauses count, $8 how many mails an address gets an hour.
 */
final class ClaimSql {
  private static final String TAKE =
      """
      WITH RECURSIVE waiting AS (
        (SELECT domain FROM delivery WHERE status = 'pending' AND lane = $1 ORDER BY domain LIMIT 1)
        UNION ALL
        SELECT (SELECT d.domain FROM delivery d
                 WHERE d.status = 'pending' AND d.lane = $1 AND d.domain > w.domain
                 ORDER BY d.domain LIMIT 1)
          FROM waiting w WHERE w.domain IS NOT NULL
      ), ready AS (
        SELECT w.domain,
               CASE WHEN $7 AND m.domain IS NOT NULL THEN 1 ELSE $4 END - coalesce(u.n, 0) AS room
          FROM waiting w
          LEFT JOIN mail_domain m ON m.domain = w.domain
          LEFT JOIN unnest($5::text[], $6::int[]) AS u (domain, n) ON u.domain = w.domain
         WHERE w.domain IS NOT NULL AND (NOT $7 OR m.domain IS NULL OR m.paused_until <= now())
      ), head AS (
        SELECT h.id, h.bundle, h.next_try_at,
               row_number() OVER (PARTITION BY r.domain ORDER BY h.next_try_at) AS turn
          FROM ready r CROSS JOIN LATERAL (
            SELECT d.id, d.bundle, d.next_try_at FROM delivery d
             WHERE d.status = 'pending' AND d.lane = $1 AND d.domain = r.domain
               AND d.next_try_at <= now()
               AND (d.bundle IS NULL OR NOT EXISTS (
                     SELECT 1 FROM delivery e
                      WHERE e.bundle = d.bundle AND e.status = 'pending' AND e.id < d.id))
             ORDER BY d.next_try_at LIMIT greatest(0, least(r.room, $2)) FOR UPDATE SKIP LOCKED) h
      ), chosen AS (
        SELECT id, bundle FROM head ORDER BY turn, next_try_at LIMIT $2
      ), taken AS (
        SELECT id FROM chosen
        UNION
        SELECT d.id FROM chosen c JOIN delivery d ON d.bundle = c.bundle AND d.status = 'pending'
      ), claimed AS (
        UPDATE delivery d
           SET attempts = attempts + 1, claimed_until = now() + $3 * interval '1 second',
               next_try_at = now() + $3 * interval '1 second'
         WHERE d.id IN (SELECT id FROM taken)
        RETURNING d.*
      )
      """;

  static final String CLAIM =
      TAKE
          + "SELECT c.id, c.type, c.recipient, c.domain, c.attempts, c.give_up_at, c.bundle,"
          + " c.traceparent, c.content, c.user_id, c.language, c.message_id, c.in_reply_to,"
          + " c.ticket_uuid, "
          + Sight.sees("c")
          + " AS allowed, m.domain IS NOT NULL AS domain_fails,"
          + " c.lane > 0 AND (SELECT count(*) FROM (SELECT 1 FROM delivery s"
          + " WHERE s.recipient = c.recipient AND s.sent_at > now() - interval '1 hour' LIMIT $8) x)"
          + " + row_number() OVER (PARTITION BY c.recipient ORDER BY c.id) > $8 AS too_many"
          + " FROM claimed c LEFT JOIN mail_domain m ON m.domain = c.domain"
          + Sight.join("c");

  private ClaimSql() {}
}
