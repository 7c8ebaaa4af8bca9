package dev.helpdesk.local.gateway;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;

/**
 * New names for the components of one document that are called like others and mean something else.
 */
final class ComponentNames {

  private static final String PREFIX = "#/components/";

  private final JsonObject ours;
  private final JsonObject theirs;
  private final String prefix;

  /** From and to, as in {@code #/components/schemas/User}. */
  private final Map<String, String> renamed = new HashMap<>();

  ComponentNames(JsonObject ours, JsonObject theirs, String prefix) {
    this.ours = ours;
    this.theirs = theirs;
    this.prefix = prefix;
    findConflicts();
  }

  // A component that only refers to a renamed one differs from its namesake too: until none is new.
  private void findConflicts() {
    int before;
    do {
      before = renamed.size();
      for (var section : theirs) {
        var own = ours.getJsonObject(section.getKey(), new JsonObject());
        for (var component : (JsonObject) section.getValue()) {
          Object namesake = own.getValue(component.getKey());
          if (namesake != null && !namesake.equals(rewritten(component.getValue()))) {
            rename(section.getKey(), component.getKey(), own);
          }
        }
      }
    } while (renamed.size() > before);
  }

  private void rename(String section, String name, JsonObject own) {
    String other = prefix + name;
    while (own.containsKey(other)) {
      other = other + "_";
    }
    renamed.put(PREFIX + section + "/" + name, PREFIX + section + "/" + other);
  }

  JsonObject rewrite(JsonObject document) {
    var result = (JsonObject) rewritten(document);
    var components = new JsonObject();
    for (var section : result.getJsonObject("components", new JsonObject())) {
      var named = new JsonObject();
      for (var component : (JsonObject) section.getValue()) {
        named.put(nameOf(section.getKey(), component.getKey()), component.getValue());
      }
      components.put(section.getKey(), named);
    }
    return result.put("components", components);
  }

  private String nameOf(String section, String name) {
    String pointer = PREFIX + section + "/" + name;
    return renamed.getOrDefault(pointer, pointer).substring(PREFIX.length() + section.length() + 1);
  }

  /** A copy in which every reference points at the new name; mappings of discriminators too. */
  private Object rewritten(Object value) {
    if (value instanceof JsonObject object) {
      var copy = new JsonObject();
      object.forEach(field -> copy.put(field.getKey(), field(field.getKey(), field.getValue())));
      return copy;
    }
    if (value instanceof JsonArray array) {
      var copy = new JsonArray();
      array.forEach(element -> copy.add(rewritten(element)));
      return copy;
    }
    return value instanceof String text ? renamed.getOrDefault(text, text) : value;
  }

  private Object field(String name, Object value) {
    return name.equals("security") && value instanceof JsonArray requirements
        ? security(requirements)
        : rewritten(value);
  }

  // Security requirements name their scheme without a pointer.
  private JsonArray security(JsonArray requirements) {
    var copy = new JsonArray();
    for (Object requirement : requirements) {
      var renamedRequirement = new JsonObject();
      ((JsonObject) requirement)
          .forEach(
              s -> renamedRequirement.put(nameOf("securitySchemes", s.getKey()), s.getValue()));
      copy.add(renamedRequirement);
    }
    return copy;
  }
}
