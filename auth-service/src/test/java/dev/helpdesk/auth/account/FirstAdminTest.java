package dev.helpdesk.auth.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helpdesk.auth.Api;
import dev.helpdesk.auth.AuthTest;
import dev.helpdesk.auth.Database;
import dev.helpdesk.auth.Installation;
import dev.helpdesk.auth.Parallel;
import dev.helpdesk.auth.Person;
import dev.helpdesk.auth.Settings;
import dev.helpdesk.auth.password.PasswordHasher;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(Installation.class)
class FirstAdminTest extends AuthTest {
  @Inject SeedAccounts seed;
  @Inject AccountRepository accounts;
  @Inject OpenAccount openAccount;
  @Inject PasswordHasher hasher;

  @Test
  void isThereAfterTheFirstStartAndMayAdminister() {
    Person admin = Installation.admin();
    assertThat(Api.as(admin).get("/api/v1/users/me").<String>path("role")).isEqualTo("admin");
    Api.as(admin).get("/api/v1/keys").then().statusCode(200);
  }

  @Test
  void isAloneThereIsNobodyToTryWith() {
    assertThat(Person.trySignIn(Api.address(), "admin@my", "Password123").statusCode())
        .isEqualTo(401);
  }

  @Test
  void isMadeOnceHoweverManyReplicasStart() {
    Database.run("TRUNCATE account CASCADE");
    Parallel.times(2, i -> start());
    start();
    assertThat(people()).isEqualTo(1);
    Installation.admin();
  }

  @Test
  void isNotMadeWhereThereAreAccounts() {
    Database.run(
        "UPDATE account SET email = 'other@example.org' WHERE email = $1", Installation.ADMIN);
    try {
      start();
      assertThat(people()).isEqualTo(1);
      Person.signIn("other@example.org", Installation.ADMIN_PASSWORD);
    } finally {
      Database.run("UPDATE account SET email = $1", Installation.ADMIN);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "weak", "Password123"})
  void hasNoWeakPassword(String weak) {
    SeedAccounts other =
        new SeedAccounts(admin("a@b", weak), () -> false, accounts, openAccount, hasher);
    assertThatThrownBy(() -> other.seed(new StartupEvent()))
        .hasMessageContaining("helpdesk.admin.password")
        .hasMessageNotContaining("Password123");
  }

  @Test
  void hasAnAddress() {
    SeedAccounts other =
        new SeedAccounts(
            admin("no address", Installation.ADMIN_PASSWORD),
            () -> false,
            accounts,
            openAccount,
            hasher);
    assertThatThrownBy(() -> other.seed(new StartupEvent()))
        .hasMessageContaining("helpdesk.admin.email");
  }

  private static AdminSettings admin(String email, String password) {
    return Settings.of(
        AdminSettings.class,
        Map.of("helpdesk.admin.email", email, "helpdesk.admin.password", password));
  }

  private boolean start() {
    try {
      seed.seed(new StartupEvent());
      return true;
    } catch (Throwable e) {
      throw new AssertionError("A start that failed", e);
    }
  }

  private static int people() {
    return Database.rows("SELECT 1 FROM account").size();
  }
}
