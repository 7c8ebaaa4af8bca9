package dev.helpdesk.kit.inbox;

import dev.helpdesk.contracts.CloudEvent;
import io.smallrye.mutiny.Uni;

/** What one type of event does here; runs in the transaction that records the event's id. */
public interface EventHandler<T> {
  String type();

  Class<T> data();

  Uni<Void> apply(CloudEvent<T> event);
}
