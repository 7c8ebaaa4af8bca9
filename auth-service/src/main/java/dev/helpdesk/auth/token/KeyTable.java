package dev.helpdesk.auth.token;

import dev.helpdesk.auth.token.SigningKey.State;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The table signing_key, by which all replicas agree on who signs. Small, so it is read whole. */
@ApplicationScoped
class KeyTable {
  private static final String LOCK =
      "SELECT pg_advisory_xact_lock(hashtextextended('helpdesk.signing-key', 0))";
  private static final String READ =
      "SELECT kid, public_key, private_key, created_at, signs_from, signs_from > now() AS waits"
          + " FROM signing_key ORDER BY signs_from DESC, kid DESC LIMIT 20";
  private static final String ADD =
      "INSERT INTO signing_key (kid, public_key, private_key, signs_from)"
          + " VALUES ($1, $2, $3, now() + make_interval(secs => $4))"
          + " RETURNING kid, CASE WHEN signs_from > now() THEN 'next' ELSE 'current' END AS state,"
          + " created_at, signs_from";

  private final Pool pool;

  KeyTable(Pool pool) {
    this.pool = pool;
  }

  /** Newest first. */
  Uni<List<SigningKey>> read() {
    return read(pool);
  }

  Uni<List<SigningKey>> read(SqlClient client) {
    return client.preparedQuery(READ).execute().map(KeyTable::keys);
  }

  /** One replica at a time. */
  <T> Uni<T> alone(Function<SqlConnection, Uni<T>> work) {
    return pool.withTransaction(
        transaction -> transaction.query(LOCK).execute().chain(() -> work.apply(transaction)));
  }

  Uni<KeyView> add(
      SqlConnection transaction,
      String kid,
      String publicPem,
      @Nullable String privatePem,
      Duration lead) {
    return transaction
        .preparedQuery(ADD)
        .execute(Tuple.of(kid, publicPem, privatePem, lead.toMillis() / 1000.0))
        .map(rows -> KeyView.from(rows.iterator().next()));
  }

  private static List<SigningKey> keys(RowSet<Row> rows) {
    List<SigningKey> keys = new ArrayList<>();
    State state = State.CURRENT;
    for (Row row : rows) {
      if (row.getBoolean("waits")) {
        keys.add(key(row, State.NEXT));
      } else {
        keys.add(key(row, state));
        state = state == State.CURRENT ? State.PREVIOUS : State.RETIRED;
      }
    }
    return keys;
  }

  private static SigningKey key(Row row, State state) {
    return new SigningKey(
        row.getString("kid"),
        Pem.publicKey(row.getString("public_key")),
        row.getString("private_key"),
        instant(row.getOffsetDateTime("created_at")),
        instant(row.getOffsetDateTime("signs_from")),
        state);
  }

  private static Instant instant(OffsetDateTime time) {
    return time.toInstant();
  }
}
