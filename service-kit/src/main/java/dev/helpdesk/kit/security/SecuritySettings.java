package dev.helpdesk.kit.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Whose tokens hold here. */
@ConfigMapping(prefix = "helpdesk.jwt")
public interface SecuritySettings {
  /** The only issuer whose tokens hold. */
  @WithDefault("https://helpdesk.dev")
  String issuer();

  /** The audience that a token must name. */
  @WithDefault("helpdesk")
  String audience();

  /** How often known keys are read again at most, so that a withdrawn key stops to hold. */
  @WithDefault("5m")
  Duration keysMaxAge();

  /** How soon after a read an unknown key id may cause the next one. */
  @WithDefault("2s")
  Duration keysMinAge();

  /** How many verified tokens are remembered, each until it expires at the latest. */
  @WithDefault("10000")
  long rememberedTokens();
}
