package dev.helpdesk.contracts;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** What happened, as a record of facts; knows its type and where it goes. */
public interface Event {
  @JsonIgnore
  String type();

  @JsonIgnore
  String topic();

  /** Events with the same key keep their order. */
  @JsonIgnore
  String key();
}
