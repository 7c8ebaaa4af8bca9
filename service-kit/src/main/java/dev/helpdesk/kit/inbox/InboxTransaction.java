package dev.helpdesk.kit.inbox;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** Records the event's id and runs its effect in one transaction; a known id has no effect. */
@ApplicationScoped
public class InboxTransaction {
  private static final String RECORD =
      "INSERT INTO inbox (consumer, event_id) VALUES (:consumer, :id) ON CONFLICT DO NOTHING";
  private static final String RECORD_ON_CLIENT =
      "INSERT INTO inbox (consumer, event_id) VALUES ($1, $2) ON CONFLICT DO NOTHING";

  private final Pool pool;

  InboxTransaction(Pool pool) {
    this.pool = pool;
  }

  @WithTransaction
  public Uni<Void> once(String consumer, UUID eventId, Supplier<Uni<Void>> effect) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(RECORD)
                    .setParameter("consumer", consumer)
                    .setParameter("id", eventId)
                    .executeUpdate())
        .chain(recorded -> recorded == 1 ? effect.get() : Uni.createFrom().voidItem());
  }

  Uni<Void> onceOnClient(String consumer, UUID eventId, Function<SqlConnection, Uni<Void>> effect) {
    return pool.withTransaction(
        transaction ->
            transaction
                .preparedQuery(RECORD_ON_CLIENT)
                .execute(Tuple.of(consumer, eventId))
                .chain(
                    recorded ->
                        recorded.rowCount() == 1
                            ? effect.apply(transaction)
                            : Uni.createFrom().voidItem()));
  }
}
