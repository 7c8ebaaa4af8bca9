package dev.helpdesk.kit.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;

/** How many requests a caller has in a window. */
@ConfigMapping(prefix = "helpdesk.rate-limit")
public interface LimitSettings {
  /** Off for load tests; the locks and OTP limits of the identity rules stay. */
  @WithDefault("true")
  boolean enabled();

  /** Endpoints without a token, per address, counted together by all replicas. */
  @WithName("public")
  Limit anonymous();

  /** Everything else, per user, counted by each replica. */
  UserLimit user();

  /** Requests per window. */
  interface Limit {
    @WithDefault("100")
    long requests();

    @WithDefault("15m")
    Duration window();
  }

  /** As above, far higher. */
  interface UserLimit {
    @WithDefault("100000")
    long requests();

    @WithDefault("15m")
    Duration window();
  }
}
