package dev.helpdesk.auth.signin;

import dev.helpdesk.auth.account.Account;
import dev.helpdesk.auth.account.AccountRepository;
import dev.helpdesk.auth.account.UserView;
import dev.helpdesk.auth.password.Credentials;
import dev.helpdesk.auth.password.PasswordError;
import dev.helpdesk.auth.session.Session;
import dev.helpdesk.auth.session.SessionService;
import dev.helpdesk.auth.token.Subject;
import dev.helpdesk.auth.token.TokenIssuer;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/** Opens a session for who proved to be somebody, and issues its first pair of tokens. */
@ApplicationScoped
class OpenSession {
  private final AccountRepository accounts;
  private final Credentials credentials;
  private final SessionService sessions;
  private final TokenIssuer tokens;

  OpenSession(
      AccountRepository accounts,
      Credentials credentials,
      SessionService sessions,
      TokenIssuer tokens) {
    this.accounts = accounts;
    this.credentials = credentials;
    this.sessions = sessions;
    this.tokens = tokens;
  }

  /** An account and its session that was just opened or continued. */
  record Opened(Account account, Session session) {}

  Uni<SignedIn> open(UUID account, String provenHash, String renewedHash) {
    return openIfUnchanged(account, provenHash, renewedHash).chain(this::issue);
  }

  /** The password was judged outside of any transaction: it may have been changed since. */
  @WithTransaction
  Uni<Opened> openIfUnchanged(UUID id, String provenHash, String renewedHash) {
    return accounts
        .findHeld(id)
        .call(account -> requireUnchanged(account, provenHash))
        .call(
            account ->
                provenHash.equals(renewedHash)
                    ? Uni.createFrom().voidItem()
                    : credentials.set(id, renewedHash))
        .chain(account -> sessions.open(id).map(session -> new Opened(account, session)));
  }

  private Uni<String> requireUnchanged(Account account, String provenHash) {
    if (account == null || !account.isActive()) {
      throw PasswordError.invalidCredentials();
    }
    return credentials
        .find(account.id())
        .invoke(
            hash -> {
              if (!provenHash.equals(hash)) {
                throw PasswordError.invalidCredentials();
              }
            });
  }

  Uni<SignedIn> issue(Opened opened) {
    Account account = opened.account();
    Subject subject =
        new Subject(account.id(), account.email(), account.role(), opened.session().id(), Set.of());
    return tokens
        .issue(subject)
        .map(access -> SignedIn.of(access, opened.session(), UserView.from(account)));
  }
}
