package dev.helpdesk.contracts.otp;

import dev.helpdesk.contracts.Event;
import dev.helpdesk.contracts.Topics;
import java.time.Instant;

/** Somebody asked for a one-time password; carries a secret, a short-lived one. */
public record OtpRequested(
    String email, String code, OtpPurpose purpose, String language, Instant expiresAt)
    implements Event {
  public static final String TYPE = "helpdesk.otp.requested.v1";

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public String topic() {
    return Topics.OTPS;
  }

  @Override
  public String key() {
    return email;
  }

  /** Never the code. */
  @Override
  public String toString() {
    return "OtpRequested[" + purpose + ", expires " + expiresAt + "]";
  }
}
