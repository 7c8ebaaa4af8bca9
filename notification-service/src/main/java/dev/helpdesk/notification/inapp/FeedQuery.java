package dev.helpdesk.notification.inapp;

import dev.helpdesk.kit.sql.Rows;
import dev.helpdesk.notification.directory.Sight;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Reads notifications in the order in which they can be followed without a gap. */
@ApplicationScoped
class FeedQuery {
  static final int MOST = 500;

  private static final String SETTLED = "pg_snapshot_xmin(pg_current_snapshot())::text::bigint";
  private static final String NOW = "SELECT " + SETTLED;
  private static final String SELECT =
      "SELECT "
          + NotificationView.COLUMNS
          + ", n.user_id, n.tx, "
          + Sight.sees("n")
          + " AS sees"
          + " FROM notification n"
          + Sight.join("n");
  private static final String SINCE =
      SELECT
          + " WHERE (n.tx, n.id) > ($1, $2) AND n.tx < "
          + SETTLED
          + " ORDER BY n.tx, n.id LIMIT "
          + MOST;
  private static final String PLACE = "SELECT tx FROM notification WHERE id = $1 AND user_id = $2";
  // An id that is gone tells its time, because ids are made in the order of time.
  private static final String PLACE_BY_TIME =
      "SELECT min(tx) FROM notification WHERE user_id = $2 AND id > $1";
  private static final String MISSED =
      SELECT
          + " WHERE n.user_id = $1 AND (n.tx, n.id) > ($2, $3) AND (n.tx, n.id) <= ($4, $5)"
          + " ORDER BY n.tx, n.id LIMIT "
          + MOST;

  private final Pool pool;

  FeedQuery(Pool pool) {
    this.pool = pool;
  }

  /** A row with its place and whose it is. */
  record Entry(Place place, UUID user, boolean sees, NotificationView view) {
    static Entry from(Row row) {
      return new Entry(
          new Place(row.getLong("tx"), row.getUUID("id")),
          row.getUUID("user_id"),
          row.getBoolean("sees"),
          NotificationView.from(row));
    }
  }

  Uni<Place> now() {
    return pool.query(NOW).execute().map(rows -> Place.before(rows.iterator().next().getLong(0)));
  }

  Uni<List<Entry>> since(Place place) {
    return pool.preparedQuery(SINCE)
        .execute(Tuple.of(place.tx(), place.id()))
        .map(rows -> Rows.all(rows, Entry::from));
  }

  /** Where a reader of this person stands who saw this notification last. */
  Uni<Place> placeOf(UUID user, UUID seen) {
    return pool.preparedQuery(PLACE)
        .execute(Tuple.of(seen, user))
        .chain(
            rows ->
                rows.rowCount() == 1
                    ? Uni.createFrom().item(new Place(rows.iterator().next().getLong(0), seen))
                    : placeByTime(user, seen));
  }

  private Uni<Place> placeByTime(UUID user, UUID seen) {
    return pool.preparedQuery(PLACE_BY_TIME)
        .execute(Tuple.of(seen, user))
        .map(rows -> rows.iterator().next().getLong(0))
        .chain(tx -> tx == null ? now() : Uni.createFrom().item(Place.before(tx)));
  }

  Uni<List<Entry>> missed(UUID user, Place from, Place to) {
    return pool.preparedQuery(MISSED)
        .execute(Tuple.of(user, from.tx(), from.id(), to.tx(), to.id()))
        .map(rows -> Rows.all(rows, Entry::from));
  }
}
