package dev.helpdesk.notification.delivery;

import dev.helpdesk.kit.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** The queue's states, each change one statement; any number of processes may work on it. */
@ApplicationScoped
class DeliveryQueue {
  private static final String SENT =
      "UPDATE delivery SET status = 'sent', sent_at = now(), claimed_until = NULL,"
          + " last_answer = $2, content = NULL WHERE id = ANY($1)";
  private static final String LATER =
      "UPDATE delivery SET next_try_at = $3, claimed_until = NULL, last_answer = $2"
          + " WHERE id = ANY($1) AND status = 'pending'";
  private static final String UNTRIED =
      "UPDATE delivery SET next_try_at = $3, claimed_until = NULL, last_answer = $2,"
          + " attempts = attempts - 1 WHERE id = ANY($1) AND status = 'pending'";
  private static final String FORGET_SECRETS =
      " content = CASE WHEN lane = 0 THEN NULL ELSE content END";
  private static final String PARKED =
      "UPDATE delivery SET status = 'parked', claimed_until = NULL, last_answer = $2,"
          + FORGET_SECRETS
          + " WHERE id = ANY($1) AND status = 'pending'";
  private static final String PAST_TIME =
      "UPDATE delivery d SET status = 'parked', last_answer = CASE WHEN lane = 0"
          + " THEN 'past its time, not sent' ELSE left('given up; ' || coalesce(d.last_answer,"
          + " (SELECT m.last_answer FROM mail_domain m WHERE m.domain = d.domain), 'never tried'),"
          + " 500) END,"
          + FORGET_SECRETS
          + " WHERE id IN (SELECT id FROM delivery WHERE status = 'pending' AND give_up_at < now()"
          + " AND (claimed_until IS NULL OR claimed_until < now()) ORDER BY give_up_at LIMIT 1000"
          + " FOR UPDATE SKIP LOCKED)";
  private static final String DOMAIN_FAILS =
      "INSERT INTO mail_domain AS m (domain, failures, paused_until, last_answer)"
          + " VALUES ($1, 1, now() + interval '1 second', $2) ON CONFLICT (domain) DO UPDATE"
          + " SET failures = least(m.failures + 1, 30), last_answer = excluded.last_answer,"
          + " paused_until = now() + least($3, power(2, m.failures)) * interval '1 second'";
  private static final String DOMAIN_WORKS = "DELETE FROM mail_domain WHERE domain = $1";
  private static final int LONGEST_ANSWER = 500;

  private final Pool pool;
  private final DeliverySettings settings;

  DeliveryQueue(Pool pool, DeliverySettings settings) {
    this.pool = pool;
    this.settings = settings;
  }

  /** The next due mails of a lane, ours until the claim ends. */
  Uni<Collection<DueMail>> claim(Lane lane, int most, int perDomain, Map<String, Integer> busy) {
    String[] domains = busy.keySet().toArray(String[]::new);
    Integer[] counts = new Integer[domains.length];
    for (int i = 0; i < domains.length; i++) {
      counts[i] = busy.getOrDefault(domains[i], 0);
    }
    return pool.preparedQuery(ClaimSql.CLAIM)
        .execute(
            Tuple.from(
                new Object[] {
                  (short) lane.ordinal(),
                  most,
                  (double) settings.claim().toSeconds(),
                  perDomain,
                  domains,
                  counts,
                  lane == Lane.ORDINARY,
                  settings.perRecipientAndHour()
                }))
        .map(rows -> DueMail.of(Rows.all(rows, DueDelivery::from)));
  }

  Uni<Void> sent(DueMail mail, String answer) {
    return run(SENT, Tuple.of(mail.ids(), cut(answer)))
        .chain(
            () ->
                mail.first().domainFails()
                    ? run(DOMAIN_WORKS, Tuple.of(mail.first().domain()))
                    : Uni.createFrom().voidItem());
  }

  Uni<Void> later(DueMail mail, String answer, Instant nextTry) {
    return run(LATER, Tuple.of(mail.ids(), cut(answer), Rows.time(nextTry)));
  }

  /** It was not tried after all, so the try does not count. */
  Uni<Void> untried(DueMail mail, String why, Instant nextTry) {
    return run(UNTRIED, Tuple.of(mail.ids(), cut(why), Rows.time(nextTry)));
  }

  Uni<Void> parked(Collection<UUID> ids, String answer) {
    return run(PARKED, Tuple.of(ids.toArray(UUID[]::new), cut(answer)));
  }

  /** Parks what nobody came to in time; answers how many. */
  Uni<Integer> parkPastTime() {
    return pool.query(PAST_TIME).execute().map(rows -> rows.rowCount());
  }

  /** Its mails are tried one by one from now on, with growing pauses. */
  Uni<Void> domainFails(String domain, String answer) {
    Duration longest = settings.longestDomainPause();
    return run(DOMAIN_FAILS, Tuple.of(domain, cut(answer), (double) longest.toSeconds()));
  }

  private Uni<Void> run(String sql, Tuple values) {
    return pool.preparedQuery(sql).execute(values).replaceWithVoid();
  }

  private static String cut(String answer) {
    return answer.length() > LONGEST_ANSWER ? answer.substring(0, LONGEST_ANSWER) : answer;
  }
}
