package dev.helpdesk.notification.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Addresses that people open from a mail. */
@ConfigMapping(prefix = "helpdesk.links")
interface LinkSettings {
  /** The system as people reach it, without a slash at its end. */
  @WithDefault("${helpdesk.public-url:http://localhost:8080}")
  String publicUrl();

  /** A ticket: a path of it, or a whole address elsewhere; {ticket} is its key. */
  @WithDefault("/api/v1/tickets/{ticket}")
  String ticket();

  /** What follows a ticket without an account; {token} is the secret. */
  @WithDefault("/api/v1/public/tickets/{token}")
  String tracking();
}
