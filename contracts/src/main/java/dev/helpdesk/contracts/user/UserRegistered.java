package dev.helpdesk.contracts.user;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Somebody has an account now. */
public record UserRegistered(UserState user) implements UserEvent {
  public static final String TYPE = "helpdesk.user.registered.v1";

  /** Goes over the wire as the bare state. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public UserRegistered {}

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
