package dev.helpdesk.kit.outbox;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One transaction of the relay: take the lock, read the oldest events, hand them to the broker,
 * delete those that it acknowledged, commit.
 *
 * <p>The lock keeps replicas from overtaking each other. Within a key an event goes out only after
 * the broker has acknowledged the one before; different keys go out side by side. Whoever dies in
 * the middle leaves the rows, and the next one sends them again under the same event ids, which
 * consumers know by their inbox.
 */
final class RelayBatch {
  private static final String LOCK =
      "SELECT pg_try_advisory_xact_lock(hashtextextended('helpdesk.outbox', 0))";
  private static final String READ =
      "SELECT position, id, topic, key, payload, traceparent FROM outbox ORDER BY position LIMIT $1";
  private static final String DELETE = "DELETE FROM outbox WHERE position = ANY($1)";

  /** Where the process may die; tests do it at each. */
  enum Step {
    LOCKED,
    READ,
    SENT_ONE,
    SENT_ALL,
    DELETED,
    COMMITTED
  }

  /** What one batch came to. */
  record Outcome(boolean locked, int read, int sent, @Nullable Throwable failure) {
    static final Outcome BUSY = new Outcome(false, 0, 0, null);
  }

  private final Pool pool;
  private final EventSender sender;
  private final int size;
  private final Consumer<Step> passing;

  RelayBatch(Pool pool, EventSender sender, int size, Consumer<Step> passing) {
    this.pool = pool;
    this.sender = sender;
    this.size = size;
    this.passing = passing;
  }

  Uni<Outcome> run() {
    return pool.withTransaction(this::run).invoke(this::committed);
  }

  private void committed(Outcome outcome) {
    if (outcome.locked()) {
      passing.accept(Step.COMMITTED);
    }
  }

  private Uni<Outcome> run(SqlConnection transaction) {
    return transaction
        .query(LOCK)
        .execute()
        .map(rows -> rows.iterator().next().getBoolean(0))
        .chain(locked -> locked ? relay(transaction) : Uni.createFrom().item(Outcome.BUSY));
  }

  private Uni<Outcome> relay(SqlConnection transaction) {
    passing.accept(Step.LOCKED);
    return transaction
        .preparedQuery(READ)
        .execute(Tuple.of(size))
        .map(RelayBatch::rows)
        .invoke(() -> passing.accept(Step.READ))
        .chain(rows -> sendAndDelete(transaction, rows));
  }

  private Uni<Outcome> sendAndDelete(SqlConnection transaction, List<OutboxRow> rows) {
    if (rows.isEmpty()) {
      return Uni.createFrom().item(new Outcome(true, 0, 0, null));
    }
    Sending sending = new Sending();
    return sending
        .sendAll(byKey(rows))
        .invoke(() -> passing.accept(Step.SENT_ALL))
        .chain(() -> delete(transaction, sending.acknowledged))
        .invoke(() -> passing.accept(Step.DELETED))
        .map(x -> new Outcome(true, rows.size(), sending.acknowledged.size(), sending.failure));
  }

  private static Uni<Void> delete(SqlConnection transaction, List<Long> positions) {
    return positions.isEmpty()
        ? Uni.createFrom().voidItem()
        : transaction
            .preparedQuery(DELETE)
            .execute(Tuple.of(positions.toArray(Long[]::new)))
            .replaceWithVoid();
  }

  private static Collection<List<OutboxRow>> byKey(List<OutboxRow> rows) {
    Map<String, List<OutboxRow>> keys = new LinkedHashMap<>();
    rows.forEach(
        row ->
            keys.computeIfAbsent(row.topic() + "/" + row.key(), k -> new ArrayList<>()).add(row));
    return keys.values();
  }

  private static List<OutboxRow> rows(RowSet<Row> found) {
    List<OutboxRow> rows = new ArrayList<>(found.rowCount());
    found.forEach(
        row ->
            rows.add(
                new OutboxRow(
                    row.getLong(0),
                    row.getUUID(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5))));
    return rows;
  }

  /** The state of one batch on its way; after the first failure nothing more is begun. */
  private final class Sending {
    private final List<Long> acknowledged = new ArrayList<>();
    private volatile @Nullable Throwable failure;

    Uni<Void> sendAll(Collection<List<OutboxRow>> keys) {
      return Multi.createFrom()
          .iterable(keys)
          .onItem()
          .transformToUni(this::sendInOrder)
          .merge(256)
          .collect()
          .last()
          .replaceWithVoid();
    }

    private Uni<Void> sendInOrder(List<OutboxRow> rows) {
      return Multi.createFrom()
          .iterable(rows)
          .onItem()
          .transformToUniAndConcatenate(this::sendOne)
          .collect()
          .last()
          .replaceWithVoid();
    }

    private Uni<Void> sendOne(OutboxRow row) {
      if (failure != null) {
        return Uni.createFrom().voidItem();
      }
      return sender
          .send(row)
          .invoke(() -> acknowledge(row))
          .onFailure()
          .invoke(cause -> failure = cause)
          .onFailure()
          .recoverWithNull();
    }

    private synchronized void acknowledge(OutboxRow row) {
      acknowledged.add(row.position());
      passing.accept(Step.SENT_ONE);
    }
  }
}
