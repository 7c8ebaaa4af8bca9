package dev.helpdesk.local.gateway;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Several services' OpenAPI documents as one. */
final class OpenApiMerge {

  private final Routes routes;
  private final JsonObject paths = new JsonObject();
  private final JsonObject components = new JsonObject();
  private final Map<String, JsonObject> tags = new HashMap<>();
  private final Set<String> operationIds = new HashSet<>();

  OpenApiMerge(Routes routes) {
    this.routes = routes;
  }

  void add(Upstream service, JsonObject document) {
    JsonObject theirs = document.getJsonObject("components", new JsonObject());
    var renamed = new ComponentNames(components, theirs, service.titleCaseName()).rewrite(document);
    addComponents(renamed.getJsonObject("components", new JsonObject()));
    for (var path : renamed.getJsonObject("paths", new JsonObject())) {
      if (routes.find(path.getKey()).filter(service::equals).isPresent()) {
        paths.put(path.getKey(), uniqueOperations(service, (JsonObject) path.getValue()));
      }
    }
    for (Object tag : renamed.getJsonArray("tags", new JsonArray())) {
      tags.putIfAbsent(((JsonObject) tag).getString("name"), (JsonObject) tag);
    }
  }

  JsonObject result() {
    var sortedTags = new JsonArray();
    String used = paths.encode();
    tags.keySet().stream()
        .filter(name -> used.contains("\"" + name + "\""))
        .sorted()
        .map(tags::get)
        .forEach(sortedTags::add);
    return new JsonObject()
        .put("openapi", "3.1.0")
        .put(
            "info",
            new JsonObject()
                .put("title", "Helpdesk")
                .put("description", "The three services of Helpdesk behind one address.")
                .put("version", "1.0"))
        .put("tags", sortedTags)
        .put("paths", sorted(paths))
        .put("components", components);
  }

  private void addComponents(JsonObject theirs) {
    for (var section : theirs) {
      var ours = components.getJsonObject(section.getKey(), new JsonObject());
      ours.mergeIn((JsonObject) section.getValue());
      components.put(section.getKey(), ours);
    }
  }

  // Generated clients make one method of each operation id.
  private JsonObject uniqueOperations(Upstream service, JsonObject path) {
    for (var entry : path) {
      if (entry.getValue() instanceof JsonObject operation) {
        String id = operation.getString("operationId");
        if (id != null && !operationIds.add(id)) {
          operation.put("operationId", service.name() + "_" + id);
        }
      }
    }
    return path;
  }

  private static JsonObject sorted(JsonObject unsorted) {
    var sorted = new JsonObject();
    new LinkedHashSet<>(unsorted.fieldNames())
        .stream().sorted().forEach(name -> sorted.put(name, unsorted.getValue(name)));
    return sorted;
  }
}
