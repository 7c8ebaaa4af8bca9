package dev.helpdesk.local.gateway;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The merged document, fetched anew every few seconds; a service that is away keeps its last. */
final class OpenApi {

  private static final Duration FRESH = Duration.ofSeconds(5);
  private static final long FETCH_MILLIS = TimeUnit.SECONDS.toMillis(5);

  private final Routes routes;
  private final HttpClient client;
  private final Map<Upstream, JsonObject> last = new HashMap<>();
  private @Nullable Future<JsonObject> merged;
  private long mergedAt;

  OpenApi(Routes routes, HttpClient client) {
    this.routes = routes;
    this.client = client;
  }

  /** Fails when no service has ever answered. */
  Future<JsonObject> document(String origin) {
    return merged().map(document -> withServer(document, origin));
  }

  private Future<JsonObject> merged() {
    long now = System.nanoTime();
    if (merged == null || merged.failed() || now - mergedAt > FRESH.toNanos()) {
      mergedAt = now;
      var fetches = routes.all().stream().map(this::fetch).toList();
      merged = Future.join(fetches).otherwiseEmpty().compose(done -> merge());
    }
    return merged;
  }

  private Future<JsonObject> merge() {
    if (last.isEmpty()) {
      return Future.failedFuture("no service answers");
    }
    var merge = new OpenApiMerge(routes);
    for (Upstream service : routes.all()) {
      JsonObject document = last.get(service);
      if (document != null) {
        merge.add(service, document);
      }
    }
    return Future.succeededFuture(merge.result());
  }

  private Future<JsonObject> fetch(Upstream service) {
    var options =
        new RequestOptions()
            .setMethod(HttpMethod.GET)
            .setHost(service.host())
            .setPort(service.port())
            .setURI("/q/openapi?format=json")
            .setTimeout(FETCH_MILLIS);
    return client
        .request(options)
        .compose(request -> request.send())
        .compose(response -> response.body())
        .map(body -> body.toJsonObject())
        .onSuccess(document -> last.put(service, document));
  }

  private static JsonObject withServer(JsonObject document, String origin) {
    var servers = new JsonArray().add(new JsonObject().put("url", origin));
    return new JsonObject()
        .put("openapi", document.getString("openapi"))
        .put("info", document.getJsonObject("info"))
        .put("servers", servers)
        .mergeIn(document);
  }
}
