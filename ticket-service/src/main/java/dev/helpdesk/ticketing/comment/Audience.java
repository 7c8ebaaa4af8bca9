package dev.helpdesk.ticketing.comment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whom a comment is for: all who see the ticket, or agents, owners and admins. */
@Schema(
    name = "CommentVisibility",
    enumeration = {"public", "internal"})
public enum Audience {
  PUBLIC("public"),
  INTERNAL("internal");

  private final String wire;

  Audience(String wire) {
    this.wire = wire;
  }

  @JsonValue
  public String wire() {
    return wire;
  }

  @JsonCreator
  static Audience of(String name) {
    return switch (name) {
      case "public" -> PUBLIC;
      case "internal" -> INTERNAL;
      default -> throw new IllegalArgumentException("no such visibility");
    };
  }
}
