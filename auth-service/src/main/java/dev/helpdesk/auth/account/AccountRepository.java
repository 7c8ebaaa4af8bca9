package dev.helpdesk.auth.account;

import dev.helpdesk.contracts.user.Role;
import dev.helpdesk.kit.problem.CommonError;
import dev.helpdesk.kit.problem.ProblemException;
import dev.helpdesk.kit.security.Actor;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Accounts, within the caller's session or transaction. */
@ApplicationScoped
public class AccountRepository implements PanacheRepositoryBase<Account, UUID> {
  private static final String ALONE =
      "SELECT CAST(pg_advisory_xact_lock(hashtextextended(:name, 3)) AS text)";
  private static final String FREE_USERNAME =
      "SELECT :base || suffix FROM (SELECT CASE n WHEN 1 THEN '' ELSE CAST(n AS text) END AS"
          + " suffix, n FROM generate_series(1, 99999) AS n) AS numbered WHERE NOT EXISTS"
          + " (SELECT 1 FROM account WHERE lower(username) = :base || suffix)"
          + " ORDER BY n LIMIT 1";

  Uni<Account> require(UUID id) {
    return findById(id).onItem().ifNull().failWith(ProblemException::notFound);
  }

  Uni<Account> requireLocked(UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE)
        .onItem()
        .ifNull()
        .failWith(ProblemException::notFound);
  }

  /**
   * The caller's own account. Their token may be minutes old: who was closed since has no account,
   * and who was demoted may not give themselves the lost role back.
   */
  public Uni<Account> requireActing(Actor actor) {
    return acting(findById(actor.id()), actor);
  }

  Uni<Account> requireActingLocked(Actor actor) {
    return acting(findById(actor.id(), LockModeType.PESSIMISTIC_WRITE), actor);
  }

  private static Uni<Account> acting(Uni<Account> found, Actor actor) {
    return found
        .onItem()
        .ifNull()
        .failWith(AccountRepository::gone)
        .invoke(account -> refuseOutdated(account, actor));
  }

  private static void refuseOutdated(Account account, Actor actor) {
    if (!account.isActive()) {
      throw gone();
    }
    if (account.role().compareTo(actor.role()) < 0) {
      throw new ProblemException(CommonError.FORBIDDEN, "The caller may not do this any more.");
    }
  }

  private static ProblemException gone() {
    return ProblemException.unauthorized(
        CommonError.TOKEN_INVALID, "The account of this token is closed.");
  }

  /** Nobody changes or closes the account before the present transaction ends. */
  public Uni<@Nullable Account> findHeld(UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_READ);
  }

  public Uni<@Nullable Account> findByEmail(String email) {
    return find("email", email).firstResult();
  }

  public Uni<@Nullable Account> findByUsername(String username) {
    return find("lower(username)", username.toLowerCase(Locale.ROOT)).firstResult();
  }

  Uni<Long> countActiveAdmins() {
    return count("role = ?1 and active", Role.ADMIN);
  }

  /** Waits until no other transaction is in here under the same name. */
  Uni<Void> alone(String name) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(ALONE, String.class)
                    .setParameter("name", name)
                    .getSingleResult())
        .replaceWithVoid();
  }

  /** The base itself or with the lowest number that makes it unique. */
  Uni<String> freeUsername(String base) {
    return alone("username " + base)
        .chain(Panache::getSession)
        .chain(
            session ->
                session
                    .createNativeQuery(FREE_USERNAME, String.class)
                    .setParameter("base", base)
                    .getSingleResult());
  }
}
