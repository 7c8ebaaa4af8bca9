package dev.helpdesk.contracts.user;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.helpdesk.contracts.Event;
import dev.helpdesk.contracts.Topics;

/**
 * Something happened to a person. Each carries the whole state, because the topic is compacted: the
 * newest event of a person is all that a new reader gets.
 */
public sealed interface UserEvent extends Event
    permits UserRegistered, UserUpdated, UserDeactivated {
  UserState user();

  @Override
  @JsonIgnore
  default String topic() {
    return Topics.USERS;
  }

  @Override
  @JsonIgnore
  default String key() {
    return user().id().toString();
  }
}
