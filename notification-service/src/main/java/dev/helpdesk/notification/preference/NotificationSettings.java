package dev.helpdesk.notification.preference;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How people are told of things, as far as they chose nothing themselves. */
@ConfigMapping(prefix = "helpdesk.notifications")
public interface NotificationSettings {
  /**
   * For so many minutes after a mail about a ticket the next ones are gathered into one; 0 sends
   * each by itself at once.
   */
  @WithDefault("0")
  int digestMinutes();

  /** An unread chat message becomes a mail after this time. */
  @WithDefault("10m")
  Duration chatMailAfter();

  /** How often unread chat messages are looked for. */
  @WithDefault("5s")
  Duration chatPoll();

  /** How long notifications are kept. */
  @WithDefault("P180D")
  Duration keep();
}
