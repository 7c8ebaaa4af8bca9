package dev.helpdesk.kit.inbox;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Supplier;

/** Records the event's id and runs its effect in one transaction; a known id has no effect. */
@ApplicationScoped
public class InboxTransaction {
  private static final String RECORD =
      "INSERT INTO inbox (consumer, event_id) VALUES (:consumer, :id) ON CONFLICT DO NOTHING";

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
}
