package dev.helpdesk.auth.accesstoken;

import dev.helpdesk.auth.account.Account;
import dev.helpdesk.auth.account.AccountRepository;
import dev.helpdesk.auth.session.Secret;
import dev.helpdesk.auth.token.Subject;
import dev.helpdesk.auth.token.TokenIssuer;
import dev.helpdesk.kit.problem.CommonError;
import dev.helpdesk.kit.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Trades a personal access token for a short-lived one; a closed account's trades for nothing. */
@ApplicationScoped
class ExchangeService {
  private final TokenRepository tokens;
  private final AccountRepository accounts;
  private final TokenIssuer issuer;

  ExchangeService(TokenRepository tokens, AccountRepository accounts, TokenIssuer issuer) {
    this.tokens = tokens;
    this.accounts = accounts;
    this.issuer = issuer;
  }

  Uni<ExchangedToken> exchange(ExchangeToken command) {
    return subject(Secret.hash(command.token())).chain(issuer::issue).map(ExchangedToken::of);
  }

  @WithTransaction
  Uni<Subject> subject(byte[] hash) {
    Instant now = Instant.now();
    return tokens
        .findByHash(hash)
        .invoke(token -> requireLive(token, now))
        .invoke(token -> token.use(now))
        .chain(token -> accounts.findHeld(token.account()).map(account -> subject(account, token)));
  }

  private static void requireLive(@Nullable PersonalToken token, Instant now) {
    if (token == null) {
      throw invalid();
    }
    if (token.isExpiredAt(now)) {
      throw ProblemException.unauthorized(
          CommonError.TOKEN_EXPIRED, "The personal access token has expired.");
    }
  }

  private static Subject subject(@Nullable Account account, PersonalToken token) {
    if (account == null || !account.isActive()) {
      throw invalid();
    }
    return new Subject(
        account.id(), account.email(), account.role(), null, Set.copyOf(token.scopes()));
  }

  private static ProblemException invalid() {
    return ProblemException.unauthorized(
        CommonError.TOKEN_INVALID, "The personal access token does not hold.");
  }
}
