package dev.helpdesk.kit.sample;

import dev.helpdesk.contracts.Event;
import dev.helpdesk.contracts.Topics;

record ThingMade(String key, String name) implements Event {
  static final String TYPE = "helpdesk.thing.made.v1";

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public String topic() {
    return Topics.TICKETS;
  }
}
