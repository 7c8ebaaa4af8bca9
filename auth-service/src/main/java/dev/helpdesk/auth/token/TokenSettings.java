package dev.helpdesk.auth.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How access tokens are made. Issuer and audience stand in the kit's part of the same prefix. */
@ConfigMapping(prefix = "helpdesk.jwt")
public interface TokenSettings {
  /** How long an access token holds. */
  @WithDefault("15m")
  Duration accessTtl();

  /** A directory of private keys (PEM, PKCS #8), one a file, named by key id; none: generated. */
  Optional<Path> keysDir();

  /**
   * How long a new key is published before it signs; longer than verifiers pause between reads
   * (keys-min-age), so that no verifier meets a token whose key it cannot find.
   */
  @WithDefault("4s")
  Duration keyLead();
}
