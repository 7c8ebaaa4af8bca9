package dev.helpdesk.ticketing.ticket;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long an export may hold its snapshot. */
@ConfigMapping(prefix = "helpdesk.export")
interface ExportSettings {
  /** How long an export takes at most; then it is cut off. */
  @WithDefault("15m")
  Duration atMost();

  /** How long a client may stop reading before its export is cut off. */
  @WithDefault("1m")
  Duration stalled();
}
