package dev.helpdesk.local.gateway;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

/** What the gateway answers itself. */
final class Pages {

  private static final String UI = "/q/swagger-ui";
  private static final Set<String> UI_FILES =
      Set.of(
          "index.html",
          "index.css",
          "swagger-ui.css",
          "swagger-ui-bundle.js",
          "swagger-ui-standalone-preset.js",
          "favicon-16x16.png",
          "favicon-32x32.png");

  private final OpenApi openApi;
  private final StartPage startPage;
  private final String webJar;

  Pages(OpenApi openApi, StartPage startPage) {
    this.openApi = openApi;
    this.startPage = startPage;
    this.webJar = WebJar.folder("swagger-ui");
  }

  void handle(HttpServerRequest request) {
    String path = request.path();
    switch (path) {
      case "/" -> read(request, () -> html(request, startPage.html()));
      case "/health" -> read(request, () -> health(request));
      case "/q/openapi" -> read(request, () -> openApi(request));
      case UI -> read(request, () -> redirect(request, UI + "/"));
      case UI + "/" -> read(request, () -> asset(request, Asset.find(webJar + "index.html")));
      case UI + "/swagger-initializer.js" ->
          read(request, () -> asset(request, Asset.find("/gateway/swagger-initializer.js")));
      default -> {
        String file = path.startsWith(UI + "/") ? path.substring(UI.length() + 1) : "";
        if (UI_FILES.contains(file)) {
          read(request, () -> asset(request, Asset.find(webJar + file)));
        } else {
          Problem.notFound().answer(request);
        }
      }
    }
  }

  private static void read(HttpServerRequest request, Runnable answer) {
    if (request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD) {
      answer.run();
    } else {
      request.response().putHeader("Allow", "GET, HEAD");
      Problem.methodNotAllowed().answer(request);
    }
  }

  private static void health(HttpServerRequest request) {
    String now = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    var body = new JsonObject().put("status", "ok").put("timestamp", now);
    send(request, "application/json", body.toBuffer());
  }

  private void openApi(HttpServerRequest request) {
    // Every JSON document is a YAML document.
    boolean yaml = "yaml".equalsIgnoreCase(request.getParam("format"));
    openApi
        .document("http://" + request.authority())
        .onSuccess(
            document ->
                send(
                    request,
                    yaml ? "application/yaml" : "application/json",
                    Buffer.buffer(document.encodePrettily())))
        .onFailure(failure -> Problem.unavailable("API description").answer(request));
  }

  private static void redirect(HttpServerRequest request, String location) {
    request.response().setStatusCode(302).putHeader("Location", location).end();
  }

  private static void asset(HttpServerRequest request, Optional<Asset> asset) {
    asset.ifPresentOrElse(
        found -> send(request, found.mediaType(), found.content()),
        () -> Problem.notFound().answer(request));
  }

  private static void html(HttpServerRequest request, Buffer page) {
    send(request, "text/html;charset=utf-8", page);
  }

  private static void send(HttpServerRequest request, String mediaType, Buffer body) {
    request
        .response()
        .putHeader("Content-Type", mediaType)
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("X-Frame-Options", "DENY")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("Cache-Control", "no-cache")
        // Swagger UI sets style attributes and draws with data: images; nothing runs inline.
        .putHeader(
            "Content-Security-Policy",
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                + " object-src 'none'; base-uri 'none'; frame-ancestors 'none'")
        .end(body);
  }
}
