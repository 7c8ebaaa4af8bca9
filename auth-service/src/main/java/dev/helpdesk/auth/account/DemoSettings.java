package dev.helpdesk.auth.account;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;

/** People to try the system with. */
@ConfigMapping(prefix = "helpdesk.demo-users")
public interface DemoSettings {
  /** Whether there are three people with a well-known password. */
  @WithParentName
  @WithDefault("false")
  boolean wanted();
}
