package dev.helpdesk.auth.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long sessions live. */
@ConfigMapping(prefix = "helpdesk.jwt")
public interface SessionSettings {
  /** How long a refresh token holds; each refresh begins it anew. */
  @WithDefault("30d")
  Duration refreshTtl();

  /**
   * How long the token before may be used once more with the same Idempotency-Key, by a client that
   * never got our answer; 0s forgives nothing.
   */
  @WithDefault("10s")
  Duration refreshGrace();
}
