package dev.helpdesk.auth.signin;

import dev.helpdesk.auth.account.Account;
import dev.helpdesk.auth.email.EmailAddress;
import dev.helpdesk.auth.password.GuessLimit.Target;
import dev.helpdesk.kit.idempotency.Fingerprint;
import org.jspecify.annotations.Nullable;

/** What somebody typed as their name, in its one spelling. No username has an @. */
record Login(String name) {
  static Login of(String typed) {
    return new Login(EmailAddress.normal(typed));
  }

  boolean isEmail() {
    return name.contains("@");
  }

  /**
   * Guesses count for the account, whichever of its names was typed; for a name that nobody has,
   * just the same. Hashed, because people type passwords into the wrong field.
   */
  Target target(@Nullable Account account, String address) {
    return account == null
        ? new Target("name:" + Fingerprint.of(name), address)
        : Target.account(account.id(), address);
  }
}
