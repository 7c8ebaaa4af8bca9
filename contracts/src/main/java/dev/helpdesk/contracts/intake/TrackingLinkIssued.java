package dev.helpdesk.contracts.intake;

import dev.helpdesk.contracts.Event;
import dev.helpdesk.contracts.Topics;

/**
 * Somebody without an account filed a ticket and gets the link to follow it. Carries the link's
 * secret, so it goes where nothing is kept.
 */
public record TrackingLinkIssued(
    String email, String name, String ticketId, String title, String trackingToken)
    implements Event {
  public static final String TYPE = "helpdesk.intake.tracking-link-issued.v1";

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

  /** Never the token. */
  @Override
  public String toString() {
    return "TrackingLinkIssued[" + ticketId + "]";
  }
}
