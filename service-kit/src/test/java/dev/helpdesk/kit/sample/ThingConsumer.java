package dev.helpdesk.kit.sample;

import dev.helpdesk.contracts.CloudEvent;
import dev.helpdesk.kit.inbox.EventHandler;
import dev.helpdesk.kit.inbox.Inbox;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class ThingConsumer implements EventHandler<ThingMade> {
  private final Inbox inbox;
  private final Set<UUID> contended = ConcurrentHashMap.newKeySet();

  ThingConsumer(Inbox inbox) {
    this.inbox = inbox;
  }

  @Incoming("things")
  Uni<Void> consume(ConsumerRecord<String, String> record) {
    return inbox.take("sample", record, List.of(this));
  }

  @Override
  public String type() {
    return ThingMade.TYPE;
  }

  @Override
  public Class<ThingMade> data() {
    return ThingMade.class;
  }

  @Override
  public Uni<Void> apply(CloudEvent<ThingMade> event) {
    if (event.data().name().equals("poison")) {
      throw new IllegalArgumentException("cannot be handled");
    }
    if (event.data().name().startsWith("contended") && contended.add(event.id())) {
      throw new OptimisticLockException("somebody else was first");
    }
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery("INSERT INTO effect (event_id, name) VALUES (:id, :name)")
                    .setParameter("id", event.id())
                    .setParameter("name", event.data().name())
                    .executeUpdate())
        .replaceWithVoid();
  }
}
