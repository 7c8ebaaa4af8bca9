package dev.helpdesk.auth.account;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.helpdesk.auth.password.Credentials;
import dev.helpdesk.contracts.user.Role;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** The one way in which an account comes to be, whoever opens it; within their transaction. */
@ApplicationScoped
class OpenAccount {
  private final AccountRepository accounts;
  private final Credentials credentials;
  private final UserEvents events;

  OpenAccount(AccountRepository accounts, Credentials credentials, UserEvents events) {
    this.accounts = accounts;
    this.credentials = credentials;
    this.events = events;
  }

  /** Who somebody is to be; without a username, one is made of the address. */
  record Person(String name, String email, @Nullable String username, Role role) {}

  Uni<Account> open(Person person, String passwordHash) {
    return username(person)
        .map(username -> account(person, username))
        .call(accounts::persistAndFlush)
        .call(account -> credentials.set(account.id(), passwordHash))
        .call(events::registered);
  }

  private Uni<String> username(Person person) {
    return person.username() == null
        ? accounts.freeUsername(Username.derivedFrom(person.email()))
        : Uni.createFrom().item(person.username());
  }

  private static Account account(Person person, String username) {
    return Account.open(
        UuidCreator.getTimeOrderedEpoch(), person.name(), username, person.email(), person.role());
  }
}
