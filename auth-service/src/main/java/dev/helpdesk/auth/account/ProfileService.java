package dev.helpdesk.auth.account;

import dev.helpdesk.kit.security.Actor;
import dev.helpdesk.kit.web.IfMatch;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** What people see and change of themselves. */
@ApplicationScoped
class ProfileService {
  private final AccountRepository accounts;
  private final UserEvents events;

  ProfileService(AccountRepository accounts, UserEvents events) {
    this.accounts = accounts;
    this.events = events;
  }

  @WithSession
  Uni<UserView> get(Actor actor) {
    return accounts.requireActing(actor).map(UserView::from);
  }

  @WithTransaction
  Uni<UserView> update(Actor actor, UpdateMe command, @Nullable IfMatch expected) {
    return accounts
        .requireActingLocked(actor)
        .invoke(account -> IfMatch.check(expected, command.version(), account.version()))
        .invoke(command::applyTo)
        .call(
            account -> account.isChanged() ? events.updated(account) : Uni.createFrom().voidItem())
        .map(UserView::from);
  }
}
