package dev.helpdesk.ticketing.ticket;

import dev.helpdesk.kit.security.Actor;
import dev.helpdesk.kit.sql.Rows;
import dev.helpdesk.ticketing.space.SeenSpace;
import dev.helpdesk.ticketing.space.SpaceSight;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts from the counters of the spaces, so that they cost the same however many tickets. */
@ApplicationScoped
class TicketCounts {
  private static final String VISIBLE_SPACES =
      " FROM space s "
          + SpaceSight.MEMBERSHIP
          + " JOIN space_counter c ON c.space_id = s.id WHERE ($3::uuid IS NULL OR s.id = $3) AND "
          + SpaceSight.VISIBLE;
  private static final String TOTAL =
      "SELECT COALESCE(sum((SELECT sum(c.by_status[i]) FROM unnest($4::int[]) i)), 0)::bigint"
          + VISIBLE_SPACES;
  private static final String LATE =
      "(SELECT count(*) FROM ticket t WHERE t.space_key = s.space_key AND t.deleted_at IS NULL"
          + " AND t.status < 4 AND t.sla_late_at <= $4)";
  private static final String STATS =
      "SELECT COALESCE(sum(c.by_status[1]), 0)::bigint, COALESCE(sum(c.by_status[2]), 0)::bigint,"
          + " COALESCE(sum(c.by_status[3]), 0)::bigint, COALESCE(sum(c.by_status[4]), 0)::bigint,"
          + " COALESCE(sum(c.by_status[5]), 0)::bigint, COALESCE(sum("
          + LATE
          + "), 0)::bigint"
          + VISIBLE_SPACES;

  private final Pool pool;

  TicketCounts(Pool pool) {
    this.pool = pool;
  }

  /** With any of these statuses; none given means all. */
  Uni<Long> total(Actor actor, @Nullable SeenSpace space, List<Status> statuses) {
    List<Status> counted = statuses.isEmpty() ? List.of(Status.values()) : statuses;
    Integer[] places = counted.stream().map(status -> (int) status.rank()).toArray(Integer[]::new);
    return pool.preparedQuery(TOTAL)
        .execute(values(actor, space).addArrayOfInteger(places))
        .map(rows -> rows.iterator().next().getLong(0));
  }

  Uni<TicketStats> stats(Actor actor, @Nullable SeenSpace space, Instant now) {
    return pool.preparedQuery(STATS)
        .execute(values(actor, space).addOffsetDateTime(Rows.time(now)))
        .map(rows -> stats(rows.iterator().next()));
  }

  private static Tuple values(Actor actor, @Nullable SeenSpace space) {
    return Tuple.of(actor.id(), SpaceSight.seesAll(actor), space == null ? null : space.id());
  }

  private static TicketStats stats(Row row) {
    long open = row.getLong(0);
    long inProgress = row.getLong(1);
    long waiting = row.getLong(2);
    long resolved = row.getLong(3);
    long closed = row.getLong(4);
    return new TicketStats(
        open,
        inProgress,
        waiting,
        resolved,
        closed,
        open + inProgress + waiting + resolved + closed,
        row.getLong(5));
  }
}
