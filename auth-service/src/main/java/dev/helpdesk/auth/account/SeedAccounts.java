package dev.helpdesk.auth.account;

import dev.helpdesk.auth.account.OpenAccount.Person;
import dev.helpdesk.auth.email.EmailAddress;
import dev.helpdesk.auth.password.PasswordHasher;
import dev.helpdesk.auth.password.PasswordRule;
import dev.helpdesk.contracts.user.Role;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.jboss.logging.Logger;

/** Makes the accounts that are there from the start; any number of replicas make them once. */
@ApplicationScoped
class SeedAccounts {
  private static final Logger LOG = Logger.getLogger(SeedAccounts.class);
  private static final String DEMO_PASSWORD = "Password123";
  private static final List<Person> DEMO =
      List.of(
          new Person("Admin", "admin@my", "admin", Role.ADMIN),
          new Person("Agent", "agent@my", "agent", Role.AGENT),
          new Person("User", "user@my", "user", Role.USER));

  private final AdminSettings admin;
  private final DemoSettings demo;
  private final AccountRepository accounts;
  private final OpenAccount openAccount;
  private final PasswordHasher hasher;

  SeedAccounts(
      AdminSettings admin,
      DemoSettings demo,
      AccountRepository accounts,
      OpenAccount openAccount,
      PasswordHasher hasher) {
    this.admin = admin;
    this.demo = demo;
    this.accounts = accounts;
    this.openAccount = openAccount;
    this.hasher = hasher;
  }

  void seed(@Observes StartupEvent event) throws Throwable {
    if (admin.email().isPresent()) {
      Person first = firstAdmin(admin.email().get());
      String password = admin.password().orElse("");
      requireStrong(password);
      VertxContextSupport.subscribeAndAwait(
          () -> hasher.hash(password).chain(hash -> addFirst(first, hash)));
    }
    if (demo.wanted()) {
      VertxContextSupport.subscribeAndAwait(
          () -> hasher.hash(DEMO_PASSWORD).chain(this::addDemoUsers));
    }
  }

  private static Person firstAdmin(String typed) {
    String email = EmailAddress.normal(typed);
    if (!EmailAddress.isPlain(email)) {
      throw new ConfigurationException("helpdesk.admin.email is no email address");
    }
    return new Person("Administrator", email, null, Role.ADMIN);
  }

  private static void requireStrong(String password) {
    if (!PasswordRule.isStrong(password)) {
      throw new ConfigurationException("helpdesk.admin.password is too weak for an administrator");
    }
  }

  @WithTransaction
  Uni<Void> addFirst(Person first, String hash) {
    return accounts
        .alone("seed")
        .chain(x -> accounts.count())
        .chain(
            people ->
                people == 0
                    ? openAccount.open(first, hash).invoke(made -> LOG.info("First admin made"))
                    : Uni.createFrom().nullItem())
        .replaceWithVoid();
  }

  @WithTransaction
  Uni<Void> addDemoUsers(String hash) {
    return accounts
        .alone("seed")
        .chain(
            () ->
                Multi.createFrom()
                    .iterable(DEMO)
                    .onItem()
                    .transformToUniAndConcatenate(person -> addMissing(person, hash))
                    .collect()
                    .last())
        .replaceWithVoid();
  }

  private Uni<Void> addMissing(Person person, String hash) {
    return accounts
        .findByEmail(person.email())
        .chain(
            known ->
                known == null
                    ? openAccount.open(person, hash).replaceWithVoid()
                    : Uni.createFrom().voidItem());
  }
}
