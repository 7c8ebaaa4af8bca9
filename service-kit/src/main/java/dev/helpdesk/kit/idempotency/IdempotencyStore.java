package dev.helpdesk.kit.idempotency;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** The table idempotency, always through the transaction of the effect. */
interface IdempotencyStore {
  /** What the first request was and what it was answered. */
  record Recorded(String body, String location, String answer) {}

  /** False while another transaction works under this scope. */
  Uni<Boolean> lock(String scope);

  Uni<@Nullable Recorded> find(String scope);

  Uni<Void> add(String scope, Recorded first);
}
