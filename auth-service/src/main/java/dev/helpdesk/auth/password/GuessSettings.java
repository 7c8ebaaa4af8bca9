package dev.helpdesk.auth.password;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When an account is locked for an address. */
@ConfigMapping(prefix = "helpdesk.sign-in")
public interface GuessSettings {
  /** How many wrong passwords an address may try for an account in the window. */
  @WithDefault("10")
  int wrong();

  /** How long a wrong password counts. */
  @WithDefault("15m")
  Duration window();
}
