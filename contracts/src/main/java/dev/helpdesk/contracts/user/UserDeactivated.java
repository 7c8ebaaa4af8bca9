package dev.helpdesk.contracts.user;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Somebody's account was switched off. */
public record UserDeactivated(UserState user) implements UserEvent {
  public static final String TYPE = "helpdesk.user.deactivated.v1";

  /** Goes over the wire as the bare state. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public UserDeactivated {}

  @Override
  @JsonValue
  public UserState user() {
    return user;
  }

  @Override
  public String type() {
    return TYPE;
  }
}
