package dev.helpdesk.kit.idempotency;

import dev.helpdesk.kit.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import org.jspecify.annotations.Nullable;

/** Through a transaction of the reactive client. */
final class ConnectionStore implements IdempotencyStore {
  private static final String LOCK = "SELECT pg_try_advisory_xact_lock(hashtextextended($1, 1))";
  private static final String FIND =
      "SELECT body, location, answer FROM idempotency"
          + " WHERE scope = $1 AND created_at > now() - interval '24 hours'";
  private static final String ADD =
      "INSERT INTO idempotency (scope, body, location, answer)"
          + " VALUES ($1, $2, $3, $4) ON CONFLICT (scope) DO UPDATE"
          + " SET body = excluded.body, location = excluded.location, answer = excluded.answer,"
          + " created_at = now()";

  private final SqlConnection transaction;

  ConnectionStore(SqlConnection transaction) {
    this.transaction = transaction;
  }

  @Override
  public Uni<Boolean> lock(String scope) {
    return transaction
        .preparedQuery(LOCK)
        .execute(Tuple.of(scope))
        .map(rows -> rows.iterator().next().getBoolean(0));
  }

  @Override
  public Uni<@Nullable Recorded> find(String scope) {
    return transaction
        .preparedQuery(FIND)
        .execute(Tuple.of(scope))
        .map(rows -> Rows.first(rows, ConnectionStore::recorded));
  }

  @Override
  public Uni<Void> add(String scope, Recorded first) {
    return transaction
        .preparedQuery(ADD)
        .execute(Tuple.of(scope, first.body(), first.location(), first.answer()))
        .replaceWithVoid();
  }

  private static Recorded recorded(Row row) {
    return new Recorded(row.getString(0), row.getString(1), row.getString(2));
  }
}
