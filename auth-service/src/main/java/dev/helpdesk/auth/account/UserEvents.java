package dev.helpdesk.auth.account;

import dev.helpdesk.contracts.user.UserDeactivated;
import dev.helpdesk.contracts.user.UserEvent;
import dev.helpdesk.contracts.user.UserRegistered;
import dev.helpdesk.contracts.user.UserState;
import dev.helpdesk.contracts.user.UserUpdated;
import dev.helpdesk.kit.outbox.Outbox;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/** Tells of a change in its own transaction, with the state as it is written. */
@ApplicationScoped
class UserEvents {
  private final Outbox outbox;

  UserEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  Uni<Void> registered(Account account) {
    return tell(account, UserRegistered::new);
  }

  Uni<Void> updated(Account account) {
    return tell(account, UserUpdated::new);
  }

  Uni<Void> deactivated(Account account) {
    return tell(account, UserDeactivated::new);
  }

  /** Written first, so that the event carries the version that the change made. */
  private Uni<Void> tell(Account account, Function<UserState, UserEvent> event) {
    return Panache.flush()
        .chain(() -> outbox.add(account.id().toString(), event.apply(account.state())));
  }
}
