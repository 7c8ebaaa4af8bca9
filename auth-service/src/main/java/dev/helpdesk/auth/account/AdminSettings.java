package dev.helpdesk.auth.account;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The first administrator, made at the first start only, while there are no accounts. */
@ConfigMapping(prefix = "helpdesk.admin")
public interface AdminSettings {
  /** Their address; none: nobody is made. */
  Optional<String> email();

  /** Their password, by the same rule as everybody's. */
  Optional<String> password();
}
