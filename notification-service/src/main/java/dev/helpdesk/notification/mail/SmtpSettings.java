package dev.helpdesk.notification.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How we speak with the SMTP server, besides quarkus.mailer.*. */
@ConfigMapping(prefix = "helpdesk.smtp")
interface SmtpSettings {
  /** How long the server may take for any answer; shorter than a claim. */
  @WithDefault("30s")
  Duration patience();

  /** How many connections are open at once. */
  @WithDefault("16")
  int connections();
}
