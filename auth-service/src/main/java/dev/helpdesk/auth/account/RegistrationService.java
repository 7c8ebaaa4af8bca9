package dev.helpdesk.auth.account;

import dev.helpdesk.auth.otp.OtpError;
import dev.helpdesk.auth.otp.OtpService;
import dev.helpdesk.auth.password.PasswordHasher;
import dev.helpdesk.contracts.otp.OtpPurpose;
import dev.helpdesk.contracts.user.Role;
import dev.helpdesk.kit.idempotency.Created;
import dev.helpdesk.kit.idempotency.Idempotency;
import dev.helpdesk.kit.problem.CommonError;
import dev.helpdesk.kit.problem.FieldError;
import dev.helpdesk.kit.problem.ProblemException;
import dev.helpdesk.kit.security.Actor;
import dev.helpdesk.kit.security.Scope;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Registration by oneself, with a code, or by an administrator, without. */
@ApplicationScoped
class RegistrationService {
  private final AccountRepository accounts;
  private final OpenAccount openAccount;
  private final OtpService otps;
  private final PasswordHasher hasher;
  private final Idempotency idempotency;

  RegistrationService(
      AccountRepository accounts,
      OpenAccount openAccount,
      OtpService otps,
      PasswordHasher hasher,
      Idempotency idempotency) {
    this.accounts = accounts;
    this.openAccount = openAccount;
    this.otps = otps;
    this.hasher = hasher;
    this.idempotency = idempotency;
  }

  /** A wrong code, told as a value until the transaction that counted it has committed. */
  @SuppressWarnings("serial")
  private static final class WrongCode extends RuntimeException {
    WrongCode() {
      super(null, null, false, false);
    }
  }

  /** An administrator needs no code; a code gives nobody more than the role of a user. */
  Uni<Created<UserView>> register(Optional<Actor> caller, RegisterUser command) {
    Optional<Actor> admin = caller.filter(RegistrationService::mayAdminister);
    if (admin.isEmpty()) {
      refuseWhatOnlyAdminsMay(command);
    }
    return hasher
        .hash(command.password())
        .chain(
            hash ->
                admin.isPresent()
                    ? registerByAdmin(admin.get(), command, hash)
                    : registerWithCode(command, hash))
        .onItem()
        .ifNull()
        .failWith(OtpError::invalidOtp);
  }

  private static boolean mayAdminister(Actor actor) {
    return actor.isAtLeast(Role.ADMIN) && !actor.lacks(Scope.ADMIN);
  }

  private static void refuseWhatOnlyAdminsMay(RegisterUser command) {
    if (command.wantedRole() != Role.USER) {
      throw new ProblemException(
          CommonError.FORBIDDEN,
          "Only an administrator gives a role.",
          List.of(new FieldError("role", CommonError.FORBIDDEN.name(), "is for administrators")));
    }
    if (command.otp() == null || command.otp().isBlank()) {
      throw new ProblemException(
          CommonError.FIELD_REQUIRED, "otp is required", List.of(FieldError.required("otp")));
    }
  }

  /** The password was hashed before, so that no connection waits for the password threads. */
  @WithTransaction
  Uni<Created<UserView>> registerByAdmin(Actor admin, RegisterUser command, String hash) {
    return accounts
        .requireActing(admin)
        .chain(() -> idempotency.once(command, () -> open(command, command.wantedRole(), hash)));
  }

  /** Null for a wrong code: a failure here would roll the count of guesses back. */
  @WithTransaction
  Uni<Created<UserView>> registerWithCode(RegisterUser command, String hash) {
    Supplier<Uni<Created<UserView>>> effect =
        () -> requireCode(command).chain(() -> open(command, Role.USER, hash));
    return idempotency.once(command, effect).onFailure(WrongCode.class).recoverWithNull();
  }

  private Uni<Void> requireCode(RegisterUser command) {
    String code = String.valueOf(command.otp());
    return otps.use(command.email(), OtpPurpose.REGISTRATION, code)
        .onItem()
        .transformToUni(
            right ->
                right ? Uni.createFrom().voidItem() : Uni.createFrom().failure(new WrongCode()));
  }

  private Uni<Created<UserView>> open(RegisterUser command, Role role, String hash) {
    var person = new OpenAccount.Person(command.name(), command.email(), command.username(), role);
    return openAccount
        .open(person, hash)
        .map(UserView::from)
        .map(view -> Created.at("/api/v1/users/" + view.id(), view));
  }
}
