package dev.helpdesk.ticketing.agreement;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the workers go about. */
@ConfigMapping(prefix = "helpdesk.sla")
interface SlaSettings {
  /** How often the workers look whether there is something to do. */
  @WithDefault("1s")
  Duration poll();

  /** How many tickets one transaction of a worker takes. */
  @WithDefault("200")
  int batch();

  /** From when on a message about a deadline says that it comes late. */
  @WithDefault("5m")
  Duration lateAfter();
}
