package dev.helpdesk.notification.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How mail goes out. */
@ConfigMapping(prefix = "helpdesk.delivery")
public interface DeliverySettings {
  /** How often due deliveries are looked for when no commit of this process told of one. */
  @WithDefault("1s")
  Duration poll();

  /** How many mails of one lane are on their way at once. */
  @WithDefault("8")
  int parallel();

  /** After this time a claim of a sender that died is taken over; longer than SMTP may take. */
  @WithDefault("2m")
  Duration claim();

  /** The pause after the first failed try; it doubles with each. */
  @WithDefault("10s")
  Duration firstPause();

  /** The longest pause between tries. */
  @WithDefault("1h")
  Duration longestPause();

  /** The longest pause of a whole domain that fails; it begins with a second and doubles. */
  @WithDefault("5m")
  Duration longestDomainPause();

  /** How soon the next try comes where no SMTP server answered at all. */
  @WithDefault("10s")
  Duration unreachablePause();

  /** After this time a delivery is parked. */
  @WithDefault("P3D")
  Duration giveUpAfter();

  /** How many mails an address gets in an hour; more of them wait. One-time passwords never do. */
  @WithDefault("3600")
  int perRecipientAndHour();

  /** How long the record of a finished delivery is kept. */
  @WithDefault("P90D")
  Duration keep();
}
