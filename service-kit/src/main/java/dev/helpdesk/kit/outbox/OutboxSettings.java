package dev.helpdesk.kit.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How events leave the outbox. */
@ConfigMapping(prefix = "helpdesk.outbox")
public interface OutboxSettings {
  /** How long an event waits at most when no commit of this process woke the relay. */
  @WithDefault("250ms")
  Duration poll();

  /** How many events one transaction of the relay takes. */
  @WithDefault("200")
  int batch();

  /** How long the broker has to acknowledge before the batch is given back. */
  @WithDefault("10s")
  Duration sendTimeout();

  /** The longest pause between tries while the broker is away. */
  @WithDefault("5s")
  Duration maxPause();
}
