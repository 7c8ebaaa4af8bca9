package dev.helpdesk.ticketing.directory;

import dev.helpdesk.contracts.user.UserDeactivated;
import dev.helpdesk.contracts.user.UserRegistered;
import dev.helpdesk.contracts.user.UserUpdated;
import dev.helpdesk.kit.inbox.EventHandler;
import dev.helpdesk.kit.inbox.Inbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** User events become the directory. */
@ApplicationScoped
class UserConsumer {
  private static final List<EventHandler<?>> HANDLERS =
      List.of(
          new ProjectPerson<>(UserRegistered.TYPE, UserRegistered.class),
          new ProjectPerson<>(UserUpdated.TYPE, UserUpdated.class),
          new ProjectPerson<>(UserDeactivated.TYPE, UserDeactivated.class));

  private final Inbox inbox;

  UserConsumer(Inbox inbox) {
    this.inbox = inbox;
  }

  @Incoming("users")
  Uni<Void> consume(ConsumerRecord<String, String> record) {
    return inbox.take("directory", record, HANDLERS);
  }
}
