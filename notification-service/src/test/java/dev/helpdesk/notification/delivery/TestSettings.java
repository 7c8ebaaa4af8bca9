package dev.helpdesk.notification.delivery;

import java.time.Duration;

/** A sender in a hurry. */
class TestSettings implements DeliverySettings {
  @Override
  public Duration poll() {
    return Duration.ofMillis(50);
  }

  @Override
  public int parallel() {
    return 8;
  }

  @Override
  public Duration claim() {
    return Duration.ofSeconds(3);
  }

  @Override
  public Duration firstPause() {
    return Duration.ofMillis(100);
  }

  @Override
  public Duration longestPause() {
    return Duration.ofMillis(400);
  }

  @Override
  public Duration longestDomainPause() {
    return Duration.ofSeconds(2);
  }

  @Override
  public Duration unreachablePause() {
    return Duration.ofMillis(300);
  }

  @Override
  public Duration giveUpAfter() {
    return Duration.ofDays(3);
  }

  @Override
  public int perRecipientAndHour() {
    return 3;
  }

  @Override
  public Duration keep() {
    return Duration.ofDays(90);
  }
}
