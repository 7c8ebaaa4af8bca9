package dev.helpdesk.auth.account;

import dev.helpdesk.auth.password.Credentials;
import dev.helpdesk.auth.password.GuessLimit;
import dev.helpdesk.auth.password.GuessLimit.Target;
import dev.helpdesk.auth.password.PasswordError;
import dev.helpdesk.auth.password.PasswordHasher;
import dev.helpdesk.auth.session.SessionService;
import dev.helpdesk.kit.security.Actor;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** A new password by who knows the old one. */
@ApplicationScoped
class PasswordService {
  private final AccountRepository accounts;
  private final Credentials credentials;
  private final PasswordHasher hasher;
  private final GuessLimit guesses;
  private final SessionService sessions;

  PasswordService(
      AccountRepository accounts,
      Credentials credentials,
      PasswordHasher hasher,
      GuessLimit guesses,
      SessionService sessions) {
    this.accounts = accounts;
    this.credentials = credentials;
    this.hasher = hasher;
    this.guesses = guesses;
    this.sessions = sessions;
  }

  /** The session that this is asked for in goes on; all others end. */
  Uni<Void> change(Actor actor, ChangePassword command, Optional<UUID> session, String address) {
    return currentHash(actor)
        .call(hash -> requireRight(hash, command, Target.account(actor.id(), address)))
        .chain(
            old ->
                hasher
                    .hash(command.newPassword())
                    .chain(fresh -> replace(actor, old, fresh, session)));
  }

  @WithSession
  Uni<String> currentHash(Actor actor) {
    return accounts.requireActing(actor).chain(account -> credentials.find(account.id()));
  }

  private Uni<Boolean> requireRight(String hash, ChangePassword command, Target target) {
    return guesses
        .guess(target, x -> hasher.matches(command.oldPassword(), hash))
        .invoke(
            right -> {
              if (!right) {
                throw PasswordError.invalidCredentials();
              }
            });
  }

  /** Of two changes at the same time the later finds its old password gone. */
  @WithTransaction
  Uni<Void> replace(Actor actor, String old, String fresh, Optional<UUID> session) {
    return accounts
        .requireActingLocked(actor)
        .chain(account -> credentials.find(account.id()))
        .invoke(
            now -> {
              if (!old.equals(now)) {
                throw PasswordError.invalidCredentials();
              }
            })
        .chain(() -> credentials.set(actor.id(), fresh))
        .chain(() -> sessions.endOthers(actor.id(), session.orElse(null)));
  }
}
