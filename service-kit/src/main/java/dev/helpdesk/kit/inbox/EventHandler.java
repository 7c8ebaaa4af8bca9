package dev.helpdesk.kit.inbox;

import dev.helpdesk.contracts.CloudEvent;
import io.smallrye.mutiny.Uni;

/** An effect in a Hibernate session. */
public non-sealed interface EventHandler<T> extends Handler<T> {
  Uni<Void> apply(CloudEvent<T> event);
}
