package dev.helpdesk.auth.account;

import dev.helpdesk.auth.session.SessionService;
import dev.helpdesk.contracts.user.Role;
import dev.helpdesk.kit.problem.CommonError;
import dev.helpdesk.kit.problem.ProblemException;
import dev.helpdesk.kit.security.Actor;
import dev.helpdesk.kit.web.IfMatch;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What administrators do to accounts. */
@ApplicationScoped
class UserAdministration {
  private final AccountRepository accounts;
  private final SessionService sessions;
  private final UserEvents events;

  UserAdministration(AccountRepository accounts, SessionService sessions, UserEvents events) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.events = events;
  }

  /** What an account could do before a change. */
  private record Before(boolean active, Role role) {
    static Before of(Account account) {
      return new Before(account.isActive(), account.role());
    }

    boolean isClosedIn(Account account) {
      return active && !account.isActive();
    }

    boolean isLessIn(Account account) {
      return isClosedIn(account) || account.role().compareTo(role) < 0;
    }
  }

  @WithTransaction
  Uni<UserView> update(Actor admin, UUID id, UpdateUser command, @Nullable IfMatch expected) {
    return accounts
        .requireActing(admin)
        .chain(() -> accounts.requireLocked(id))
        .invoke(account -> IfMatch.check(expected, command.version(), account.version()))
        .call(account -> change(account, command))
        .map(UserView::from);
  }

  private Uni<Void> change(Account account, UpdateUser command) {
    Before before = Before.of(account);
    boolean wasAdmin = account.isActiveAdmin();
    command.applyTo(account);
    if (!account.isChanged()) {
      return Uni.createFrom().voidItem();
    }
    return keepAnAdmin(wasAdmin && !account.isActiveAdmin())
        .chain(() -> endSessions(before.isLessIn(account), account))
        .chain(
            () ->
                before.isClosedIn(account) ? events.deactivated(account) : events.updated(account));
  }

  /** One such change at a time: two that each see the other as the one who stays leave nobody. */
  private Uni<Void> keepAnAdmin(boolean oneLess) {
    return oneLess
        ? accounts
            .alone("administrators")
            .chain(accounts::countActiveAdmins)
            .invoke(this::refuseNone)
            .replaceWithVoid()
        : Uni.createFrom().voidItem();
  }

  private void refuseNone(long left) {
    if (left == 0) {
      throw new ProblemException(CommonError.CONFLICT, "The last active administrator stays.");
    }
  }

  private Uni<Void> endSessions(boolean less, Account account) {
    return less ? sessions.endAll(account.id()) : Uni.createFrom().voidItem();
  }
}
