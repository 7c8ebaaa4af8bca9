package dev.helpdesk.auth.signin;

import dev.helpdesk.auth.account.Account;
import dev.helpdesk.auth.account.AccountRepository;
import dev.helpdesk.auth.otp.OtpError;
import dev.helpdesk.auth.otp.OtpService;
import dev.helpdesk.auth.password.Credentials;
import dev.helpdesk.auth.password.PasswordHasher;
import dev.helpdesk.auth.session.SessionService;
import dev.helpdesk.contracts.otp.OtpPurpose;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Forgotten passwords. Nothing here tells whether an address has an account. */
@ApplicationScoped
class RecoveryService {
  private final AccountRepository accounts;
  private final Credentials credentials;
  private final PasswordHasher hasher;
  private final OtpService otps;
  private final SessionService sessions;

  RecoveryService(
      AccountRepository accounts,
      Credentials credentials,
      PasswordHasher hasher,
      OtpService otps,
      SessionService sessions) {
    this.accounts = accounts;
    this.credentials = credentials;
    this.hasher = hasher;
    this.otps = otps;
    this.sessions = sessions;
  }

  /** An unknown address gets a code too, which nobody is told: the same work, the same limits. */
  @WithTransaction
  Uni<Void> forgot(ForgotPassword command) {
    return otps.renew(command.email(), OtpPurpose.PASSWORD_RESET)
        .chain(code -> accounts.findByEmail(command.email()).chain(found -> mail(found, code)));
  }

  private Uni<Void> mail(@Nullable Account account, String code) {
    return account == null || !account.isActive()
        ? Uni.createFrom().voidItem()
        : otps.mail(account.email(), OtpPurpose.PASSWORD_RESET, code, account.language());
  }

  Uni<Void> reset(ResetPassword command) {
    return hasher
        .hash(command.password())
        .chain(hash -> resetWithCode(command, hash))
        .invoke(RecoveryService::requireDone)
        .replaceWithVoid();
  }

  private static void requireDone(boolean done) {
    if (!done) {
      throw OtpError.invalidOtp();
    }
  }

  /** False for a wrong code: a failure here would roll the count of guesses back. */
  @WithTransaction
  Uni<Boolean> resetWithCode(ResetPassword command, String hash) {
    return otps.use(command.email(), OtpPurpose.PASSWORD_RESET, command.otp())
        .chain(right -> right ? accounts.findByEmail(command.email()) : Uni.createFrom().nullItem())
        .chain(account -> set(account, hash));
  }

  private Uni<Boolean> set(@Nullable Account account, String hash) {
    if (account == null || !account.isActive()) {
      return Uni.createFrom().item(false);
    }
    return credentials
        .set(account.id(), hash)
        .chain(() -> sessions.endAll(account.id()))
        .replaceWith(true);
  }
}
