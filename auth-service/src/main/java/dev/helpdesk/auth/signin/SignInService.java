package dev.helpdesk.auth.signin;

import dev.helpdesk.auth.account.Account;
import dev.helpdesk.auth.account.AccountRepository;
import dev.helpdesk.auth.password.Credentials;
import dev.helpdesk.auth.password.GuessLimit;
import dev.helpdesk.auth.password.PasswordError;
import dev.helpdesk.auth.password.PasswordHasher;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Judges a password. Who does not exist, or is closed, costs the same time and words. */
@ApplicationScoped
class SignInService {
  private static final UUID NOBODY = new UUID(0, 0);

  private final AccountRepository accounts;
  private final Credentials credentials;
  private final PasswordHasher hasher;
  private final GuessLimit guesses;
  private final OpenSession sessions;

  SignInService(
      AccountRepository accounts,
      Credentials credentials,
      PasswordHasher hasher,
      GuessLimit guesses,
      OpenSession sessions) {
    this.accounts = accounts;
    this.credentials = credentials;
    this.hasher = hasher;
    this.guesses = guesses;
    this.sessions = sessions;
  }

  /** The account that a name stands for and the hash to compare with, as far as there are any. */
  record Candidate(@Nullable Account account, @Nullable String hash) {
    /** Null also for a closed account, so that not even its right password is right. */
    @Nullable String openHash() {
      return account != null && account.isActive() ? hash : null;
    }
  }

  Uni<SignedIn> signIn(SignIn command, String address) {
    Login login = command.login();
    return find(login).chain(candidate -> signIn(candidate, login, command.password(), address));
  }

  private Uni<SignedIn> signIn(Candidate candidate, Login login, String password, String address) {
    return guesses
        .guess(login.target(candidate.account(), address), x -> compare(candidate, password))
        .chain(right -> right ? open(candidate, password) : refuse());
  }

  private Uni<Boolean> compare(Candidate candidate, String password) {
    return hasher.matches(password, candidate.openHash());
  }

  @WithSession
  Uni<Candidate> find(Login login) {
    return (login.isEmail()
            ? accounts.findByEmail(login.name())
            : accounts.findByUsername(login.name()))
        .chain(this::withHash);
  }

  /** Looks for nobody's hash too, so that both take as many statements. */
  private Uni<Candidate> withHash(@Nullable Account account) {
    return credentials
        .find(account == null ? NOBODY : account.id())
        .map(hash -> new Candidate(account, hash));
  }

  private static Uni<SignedIn> refuse() {
    return Uni.createFrom().failure(PasswordError.invalidCredentials());
  }

  /** Hashes anew where the cost has changed since. */
  private Uni<SignedIn> open(Candidate candidate, String password) {
    Account account = Objects.requireNonNull(candidate.account());
    String hash = Objects.requireNonNull(candidate.hash());
    Uni<String> fresh =
        hasher.isOutdated(hash) ? hasher.hash(password) : Uni.createFrom().item(hash);
    return fresh.chain(renewed -> sessions.open(account.id(), hash, renewed));
  }
}
