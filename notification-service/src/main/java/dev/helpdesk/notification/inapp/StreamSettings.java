package dev.helpdesk.notification.inapp;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The live stream of notifications. */
@ConfigMapping(prefix = "helpdesk.stream")
interface StreamSettings {
  /** How often each replica looks for what others have written, while anybody listens. */
  @WithDefault("250ms")
  Duration poll();

  /** How often a silent stream says that it is alive. */
  @WithDefault("15s")
  Duration heartbeat();

  /** How many notifications wait for a slow listener; with more the stream ends. */
  @WithDefault("256")
  int buffer();

  /** How many listen to one replica at most. */
  @WithDefault("10000")
  int listeners();
}
