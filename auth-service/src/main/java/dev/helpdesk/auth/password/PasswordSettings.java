package dev.helpdesk.auth.password;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.OptionalInt;

/** How passwords are hashed. */
@ConfigMapping(prefix = "helpdesk.password")
public interface PasswordSettings {
  /** bcrypt's cost: each step doubles the work. */
  @WithDefault("12")
  int cost();

  /** How many hashes are computed at once; half of the processors if not set, at least one. */
  OptionalInt threads();

  /** How many wait for their turn; whoever comes then is answered 503. */
  @WithDefault("32")
  int queue();
}
