package dev.helpdesk.notification.deadletter;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.helpdesk.kit.page.Listing;
import dev.helpdesk.kit.page.Lists;
import dev.helpdesk.kit.page.Page;
import dev.helpdesk.kit.page.PageQuery;
import dev.helpdesk.kit.page.Sort;
import dev.helpdesk.kit.problem.CommonError;
import dev.helpdesk.kit.problem.ProblemException;
import dev.helpdesk.kit.sql.Rows;
import dev.helpdesk.kit.sql.Transactions;
import dev.helpdesk.kit.web.Trace;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Shows what was set aside and sends it to its topic again. */
@ApplicationScoped
class DeadLetters {
  private static final Sort NEWEST = new Sort("id", "uuid", true);
  private static final String FIND =
      "SELECT topic, key, value FROM dead_letter WHERE id = $1 FOR UPDATE";
  private static final String REPLAY =
      "UPDATE dead_letter SET replayed_at = now() WHERE id = $1 RETURNING "
          + DeadLetterView.COLUMNS;
  // As it was, byte by byte: its id is what keeps it from having its effect twice.
  private static final String SEND =
      "INSERT INTO outbox (id, topic, key, payload, traceparent) VALUES ($1, $2, $3, $4, $5)";

  private final Pool pool;
  private final Lists lists;
  private final Transactions transactions;

  DeadLetters(Pool pool, Lists lists, Transactions transactions) {
    this.pool = pool;
    this.lists = lists;
    this.transactions = transactions;
  }

  Uni<Page<DeadLetterView>> list(DeadLetterFilter filter, PageQuery page) {
    Listing listing =
        new Listing("dead letters", DeadLetterView.COLUMNS, "dead_letter", "id", "uuid", NEWEST);
    if (filter.replayed != null) {
      listing.where(
          filter.replayed.equals("true") ? "replayed_at IS NOT NULL" : "replayed_at IS NULL");
    }
    return lists.read(listing, page, DeadLetterView::from);
  }

  Uni<DeadLetterView> replay(UUID id) {
    return transactions.run(
        transaction ->
            transaction
                .preparedQuery(FIND)
                .execute(Tuple.of(id))
                .map(rows -> Rows.first(rows, row -> row))
                .onItem()
                .ifNull()
                .failWith(ProblemException::notFound)
                .chain(letter -> send(transaction, letter))
                .chain(() -> transaction.preparedQuery(REPLAY).execute(Tuple.of(id)))
                .map(rows -> DeadLetterView.from(rows.iterator().next())));
  }

  private static Uni<Void> send(SqlConnection transaction, Row letter) {
    String key = letter.getString("key");
    String value = letter.getString("value");
    if (key == null || value == null) {
      throw new ProblemException(
          CommonError.CONFLICT, "It held a secret or no text and was not kept.");
    }
    return transaction
        .preparedQuery(SEND)
        .execute(
            Tuple.of(
                UuidCreator.getTimeOrderedEpoch(),
                letter.getString("topic"),
                key,
                value,
                Trace.currentParent()))
        .replaceWithVoid();
  }

  Uni<Long> waiting() {
    return pool.query("SELECT count(*) FROM dead_letter WHERE replayed_at IS NULL")
        .execute()
        .map(rows -> rows.iterator().next().getLong(0));
  }
}
