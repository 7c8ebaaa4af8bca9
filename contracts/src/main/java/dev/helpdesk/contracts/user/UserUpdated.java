package dev.helpdesk.contracts.user;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Somebody's name, address, role or settings changed, or they are active again. */
public record UserUpdated(UserState user) implements UserEvent {
  public static final String TYPE = "helpdesk.user.updated.v1";

  /** Goes over the wire as the bare state. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public UserUpdated {}

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
