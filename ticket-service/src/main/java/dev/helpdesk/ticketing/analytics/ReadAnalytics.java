package dev.helpdesk.ticketing.analytics;

import dev.helpdesk.kit.security.Actor;
import dev.helpdesk.kit.sql.Rows;
import dev.helpdesk.ticketing.sla.Now;
import dev.helpdesk.ticketing.space.SeenSpace;
import dev.helpdesk.ticketing.space.SpaceSight;
import dev.helpdesk.ticketing.space.Spaces;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Figures over what the actor sees, in one statement, so that all of them speak of the same moment.
 */
@ApplicationScoped
class ReadAnalytics {
  private static final String SEEN =
      "seen AS MATERIALIZED (SELECT s.space_key FROM space s "
          + SpaceSight.MEMBERSHIP
          + " WHERE ($3::uuid IS NULL OR s.id = $3) AND "
          + SpaceSight.VISIBLE
          + ")";
  private static final String OURS =
      " FROM ticket t JOIN seen ON seen.space_key = t.space_key WHERE t.deleted_at IS NULL AND ";
  private static final String IN_PERIOD = "t.%1$s >= $4 AND t.%1$s < $5";
  private static final String PERCENTILES =
      "percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY %s)";

  private static final String COHORT =
      "cohort AS MATERIALIZED (SELECT GROUPING(status, priority, category, assignee_id, day) AS g,"
          + " status, priority, category, assignee_id, day, count(*)::float8 AS n"
          + " FROM (SELECT t.status, t.priority, t.category, t.assignee_id,"
          + " width_bucket(t.created_at, $7) AS day"
          + OURS
          + IN_PERIOD.formatted("created_at")
          + ") c GROUP BY GROUPING SETS"
          + " ((status), (priority), (category), (assignee_id), (day)))";
  private static final String RESOLVED =
      "resolved AS MATERIALIZED (SELECT width_bucket(t.resolved_at, $7) AS day,"
          + " t.sla_late_at IS NULL AS met,"
          + " extract(epoch FROM t.resolved_at - t.created_at)::float8 AS seconds"
          + OURS
          + IN_PERIOD.formatted("resolved_at")
          + ")";

  private static final String READ =
      "WITH "
          + String.join(", ", SEEN, COHORT, RESOLVED)
          + " SELECT 'status', status::text, n, NULL::uuid, NULL::text, NULL::text FROM cohort"
          + " WHERE g = 15"
          + line("'priority', priority::text, n", "cohort WHERE g = 23")
          + line("'created', day::text, n", "cohort WHERE g = 30")
          + line("'category', category, n", most("g = 27", "category"))
          + " UNION ALL SELECT 'assignee', NULL, c.n, c.assignee_id, p.name, p.email FROM "
          + most("g = 29", "assignee_id")
          + " LEFT JOIN person p ON p.id = c.assignee_id"
          + line("'resolved', day::text, count(*)", "resolved GROUP BY day")
          + line("'sla', 'met', count(*)", "resolved WHERE met")
          + line("'sla', 'breached', count(*)", breached())
          + percentiles("resolution", "FROM resolved", "seconds")
          + percentiles(
              "firstResponse",
              OURS + IN_PERIOD.formatted("first_response_at"),
              "extract(epoch FROM t.first_response_at - t.created_at)::float8")
          + percentiles(
              "backlogAge", OURS + "t.status < 4", "extract(epoch FROM $6 - t.created_at)::float8");

  private final Pool pool;
  private final Spaces spaces;
  private final Now now;

  ReadAnalytics(Pool pool, Spaces spaces, Now now) {
    this.pool = pool;
    this.spaces = spaces;
    this.now = now;
  }

  private static String line(String values, String from) {
    return " UNION ALL SELECT " + values + ", NULL, NULL, NULL FROM " + from;
  }

  /** The hundred most frequent values of a grouping, in an order of their own. */
  private static String most(String grouping, String value) {
    return "(SELECT %2$s, n FROM cohort WHERE %1$s ORDER BY n DESC, %2$s LIMIT 100) c"
        .formatted(grouping, value);
  }

  private static String breached() {
    return OURS.substring(" FROM ".length())
        + IN_PERIOD.formatted("sla_late_at")
        + " AND t.sla_late_at <= $6";
  }

  private static String percentiles(String figure, String from, String value) {
    return " UNION ALL SELECT '%s', unnest(ARRAY['median', 'p90']), unnest(p), NULL, NULL, NULL FROM (SELECT %s AS p %s) x"
        .formatted(figure, PERCENTILES.formatted(value), from);
  }

  Uni<Analytics> read(Actor actor, @Nullable String space, AnalyticsQuery query) {
    Instant at = now.instant();
    Period period = Period.of(query, at);
    return inside(actor, space)
        .chain(found -> pool.preparedQuery(READ).execute(values(actor, found, period, at)))
        .map(rows -> figures(rows).of(period));
  }

  private Uni<@Nullable SeenSpace> inside(Actor actor, @Nullable String space) {
    return space == null ? Uni.createFrom().nullItem() : spaces.require(pool, actor, space);
  }

  private static Tuple values(Actor actor, @Nullable SeenSpace space, Period period, Instant at) {
    return Tuple.from(
        new Object[] {
          actor.id(),
          SpaceSight.seesAll(actor),
          space == null ? null : space.id(),
          Rows.time(period.from()),
          Rows.time(period.to()),
          Rows.time(at),
          period.begins().stream().map(Rows::time).toArray(OffsetDateTime[]::new)
        });
  }

  private static Figures figures(RowSet<Row> rows) {
    Figures figures = new Figures();
    rows.forEach(figures::add);
    return figures;
  }
}
