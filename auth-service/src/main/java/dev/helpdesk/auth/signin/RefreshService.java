package dev.helpdesk.auth.signin;

import dev.helpdesk.auth.account.Account;
import dev.helpdesk.auth.account.AccountRepository;
import dev.helpdesk.auth.session.Session;
import dev.helpdesk.auth.session.SessionService;
import dev.helpdesk.auth.session.Turnover;
import dev.helpdesk.auth.session.Turnover.Continued;
import dev.helpdesk.auth.session.Turnover.Expired;
import dev.helpdesk.auth.session.Turnover.Reused;
import dev.helpdesk.auth.signin.OpenSession.Opened;
import dev.helpdesk.contracts.user.SessionReuseDetected;
import dev.helpdesk.kit.idempotency.IdempotencyKey;
import dev.helpdesk.kit.outbox.Outbox;
import dev.helpdesk.kit.problem.CommonError;
import dev.helpdesk.kit.problem.FieldError;
import dev.helpdesk.kit.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Continues sessions and ends them. */
@ApplicationScoped
class RefreshService {
  static final String HEADER = "Refresh-Token";

  private final SessionService sessions;
  private final AccountRepository accounts;
  private final OpenSession openSession;
  private final Outbox outbox;

  RefreshService(
      SessionService sessions, AccountRepository accounts, OpenSession openSession, Outbox outbox) {
    this.sessions = sessions;
    this.accounts = accounts;
    this.openSession = openSession;
    this.outbox = outbox;
  }

  /**
   * What the transaction came to: a session that goes on, or the refusal to tell once it is over.
   */
  record Outcome(@Nullable Opened opened, @Nullable ProblemException refusal) {
    static Outcome refused(CommonError code, String detail) {
      return new Outcome(null, ProblemException.unauthorized(code, detail));
    }
  }

  /** Of an Idempotency-Key as it came. */
  Uni<SignedIn> refresh(@Nullable String refreshToken, @Nullable String key, String address) {
    return turnOver(required(refreshToken), IdempotencyKey.parse(key), address)
        .chain(
            outcome ->
                outcome.opened() == null
                    ? Uni.createFrom().failure(outcome.refusal())
                    : openSession.issue(outcome.opened()));
  }

  private static String required(@Nullable String refreshToken) {
    if (refreshToken == null || refreshToken.isBlank()) {
      throw new ProblemException(
          CommonError.FIELD_REQUIRED,
          HEADER + " is required",
          List.of(FieldError.required(HEADER)));
    }
    return refreshToken;
  }

  /** A refusal is a value here: the end of a stolen session must be committed. */
  @WithTransaction
  Uni<Outcome> turnOver(String refreshToken, @Nullable String key, String address) {
    return sessions.turnOver(refreshToken, key).chain(turnover -> conclude(turnover, address));
  }

  private Uni<Outcome> conclude(Turnover turnover, String address) {
    if (turnover instanceof Continued continued) {
      return continueIfOpen(continued.session());
    }
    if (turnover instanceof Reused reused) {
      return warn(reused.account(), address).replaceWith(invalid());
    }
    return Uni.createFrom()
        .item(
            turnover instanceof Expired
                ? Outcome.refused(CommonError.TOKEN_EXPIRED, "The refresh token has expired.")
                : invalid());
  }

  private Uni<Outcome> continueIfOpen(Session session) {
    return accounts
        .findHeld(session.account())
        .chain(
            account ->
                account != null && account.isActive()
                    ? Uni.createFrom().item(new Outcome(new Opened(account, session), null))
                    : sessions.end(session.id()).replaceWith(invalid()));
  }

  private Uni<Void> warn(UUID id, String address) {
    return accounts
        .findById(id)
        .chain(account -> outbox.add(id.toString(), reuse(account, address)));
  }

  private static SessionReuseDetected reuse(Account account, String address) {
    return new SessionReuseDetected(
        account.id(),
        account.email(),
        account.name(),
        account.language(),
        Instant.now().truncatedTo(ChronoUnit.MILLIS),
        address);
  }

  private static Outcome invalid() {
    return Outcome.refused(CommonError.TOKEN_INVALID, "The refresh token does not hold.");
  }

  @WithTransaction
  Uni<Void> signOut(@Nullable String refreshToken) {
    return sessions.end(required(refreshToken));
  }
}
