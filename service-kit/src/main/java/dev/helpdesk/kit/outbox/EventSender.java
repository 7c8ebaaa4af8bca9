package dev.helpdesk.kit.outbox;

import io.smallrye.mutiny.Uni;

/** Hands an event to the broker; completes when the broker has it for good. */
interface EventSender {
  Uni<Void> send(OutboxRow row);

  void close();
}
