package dev.helpdesk.ticketing.link;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How two tickets are linked, and what the same is called from the other end. */
@Schema(enumeration = {"blocks", "duplicates", "relates"})
enum LinkType {
  BLOCKS("blocks", "blocked_by"),
  DUPLICATES("duplicates", "duplicated_by"),
  RELATES("relates", "relates");

  private final String wire;
  private final String mirror;

  LinkType(String wire, String mirror) {
    this.wire = wire;
    this.mirror = mirror;
  }

  @JsonValue
  String wire() {
    return wire;
  }

  String mirror() {
    return mirror;
  }

  /** What a relation is called from the other end. */
  static String mirrorOf(String relation) {
    return Arrays.stream(values())
        .filter(type -> type.mirror.equals(relation))
        .findFirst()
        .map(type -> type.wire)
        .orElseGet(() -> of(relation).mirror);
  }

  @JsonCreator
  static LinkType of(String name) {
    return Arrays.stream(values())
        .filter(type -> type.wire.equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such type of link"));
  }
}
