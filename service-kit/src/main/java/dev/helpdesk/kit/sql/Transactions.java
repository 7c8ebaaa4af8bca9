package dev.helpdesk.kit.sql;

import dev.helpdesk.kit.outbox.RelayOutbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/**
 * A transaction of the reactive client: what the work writes is committed as a whole or not at all,
 * and its events are on their way right after the commit.
 */
@ApplicationScoped
public class Transactions {
  private final Pool pool;
  private final RelayOutbox relay;

  Transactions(Pool pool, RelayOutbox relay) {
    this.pool = pool;
    this.relay = relay;
  }

  public <T> Uni<T> run(Function<SqlConnection, Uni<T>> work) {
    return pool.withTransaction(work).invoke(relay::wake);
  }

  /**
   * For work that is one statement, which is a transaction of its own and saves two round trips.
   */
  public <T> Uni<T> runStatement(Function<SqlClient, Uni<T>> work) {
    return work.apply(pool).invoke(relay::wake);
  }
}
