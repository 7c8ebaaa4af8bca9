package dev.helpdesk.notification.preference;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Links in mails that end mails. */
@ConfigMapping(prefix = "helpdesk.unsubscribe")
interface UnsubscribeSettings {
  /** The secret that the links are signed with; every installation needs its own. */
  @WithDefault(UnsafeUnsubscribeKey.DEFAULT)
  String key();
}
