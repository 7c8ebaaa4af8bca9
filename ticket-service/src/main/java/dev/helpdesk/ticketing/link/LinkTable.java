package dev.helpdesk.ticketing.link;

import dev.helpdesk.kit.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Writes links between tickets that the transaction has locked. */
@ApplicationScoped
class LinkTable {
  /** Held until the commit: two links that close a circle together wait for each other. */
  private static final String LOCK_BLOCKS = "SELECT pg_advisory_xact_lock(7002)";

  private static final String REACHES =
      "WITH RECURSIVE blocked (id) AS (SELECT $1::uuid UNION SELECT l.to_id FROM ticket_link l"
          + " JOIN blocked b ON l.from_id = b.id WHERE l.type = 'blocks')"
          + " SELECT EXISTS (SELECT 1 FROM blocked WHERE id = $2)";
  private static final String INSERT =
      "INSERT INTO ticket_link (id, from_id, to_id, type, created_at) VALUES ($1, $2, $3, $4, $5)";
  private static final String DELETE = "DELETE FROM ticket_link WHERE id = $1";

  /** Before any ticket is locked, so that all who lock take their locks in one order. */
  Uni<Void> lock(SqlClient transaction, LinkType type) {
    return type == LinkType.BLOCKS
        ? transaction.query(LOCK_BLOCKS).execute().replaceWithVoid()
        : Uni.createFrom().voidItem();
  }

  /** Whether the first ticket blocks the second, be it through others, whoever may see those. */
  Uni<Boolean> blocks(SqlClient transaction, UUID first, UUID second) {
    return transaction
        .preparedQuery(REACHES)
        .execute(Tuple.of(first, second))
        .map(rows -> rows.iterator().next().getBoolean(0));
  }

  Uni<Void> insert(SqlClient transaction, UUID id, UUID from, UUID to, LinkType type, Instant now) {
    boolean swapped = type == LinkType.RELATES && from.compareTo(to) > 0;
    return transaction
        .preparedQuery(INSERT)
        .execute(
            Tuple.of(id, swapped ? to : from, swapped ? from : to, type.wire(), Rows.time(now)))
        .replaceWithVoid();
  }

  /** False where it is gone already. */
  Uni<Boolean> delete(SqlClient transaction, UUID id) {
    return transaction
        .preparedQuery(DELETE)
        .execute(Tuple.of(id))
        .map(result -> result.rowCount() == 1);
  }
}
