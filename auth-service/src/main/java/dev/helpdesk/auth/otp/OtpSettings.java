package dev.helpdesk.auth.otp;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How one-time passwords live and how often they are sent. */
@ConfigMapping(prefix = "helpdesk.otp")
public interface OtpSettings {
  /** How long a code opens. */
  @WithDefault("5m")
  Duration ttl();

  /** How often a code may be guessed. */
  @WithDefault("5")
  int tries();

  /** How long an address waits for the next code. */
  @WithDefault("1m")
  Duration sendInterval();

  /** How many codes an address gets in 24 hours. */
  @WithDefault("10")
  int sendsPerDay();

  /** The secret that hashes of codes are keyed with; every installation needs its own. */
  @WithDefault(UnsafeOtpKey.DEFAULT)
  String key();
}
