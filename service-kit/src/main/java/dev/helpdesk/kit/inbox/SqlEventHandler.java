package dev.helpdesk.kit.inbox;

import dev.helpdesk.contracts.CloudEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** An effect in a transaction of the reactive client: for hot paths of a few statements. */
public non-sealed interface SqlEventHandler<T> extends Handler<T> {
  Uni<Void> apply(SqlConnection transaction, CloudEvent<T> event);
}
