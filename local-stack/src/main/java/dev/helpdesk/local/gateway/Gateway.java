package dev.helpdesk.local.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;

/** The one address that callers see. */
public final class Gateway implements AutoCloseable {

  // Each open stream and WebSocket holds a connection of its own.
  private static final int CONNECTIONS_PER_SERVICE = 4096;
  private static final int MAX_HEADER_BYTES = 32 * 1024;

  private final Vertx vertx = Vertx.vertx();
  private final Routes routes;
  private final Map<Upstream, Forward> forwards;
  private final Pages pages;
  private final HttpServer server;

  private Gateway(int port, Routes routes, Map<String, String> startPageValues) throws IOException {
    this.routes = routes;
    HttpClient client = client();
    this.forwards =
        routes.all().stream()
            .collect(Collectors.toMap(upstream -> upstream, up -> new Forward(up, client)));
    this.pages = new Pages(new OpenApi(routes, client), new StartPage(startPageValues));
    try {
      this.server = listen(port);
    } catch (CompletionException e) {
      close();
      throw new IOException("the gateway cannot listen on port " + port, e.getCause());
    }
  }

  /** Port 0 takes a free one. */
  public static Gateway start(int port, Routes routes, Map<String, String> startPageValues)
      throws IOException {
    return new Gateway(port, routes, startPageValues);
  }

  public int port() {
    return server.actualPort();
  }

  private HttpClient client() {
    var options =
        new HttpClientOptions()
            .setConnectTimeout(2000)
            .setKeepAliveTimeout(60)
            .setMaxHeaderSize(MAX_HEADER_BYTES)
            .setMaxInitialLineLength(MAX_HEADER_BYTES);
    return vertx.createHttpClient(
        options, new PoolOptions().setHttp1MaxSize(CONNECTIONS_PER_SERVICE));
  }

  private HttpServer listen(int port) {
    var options =
        new HttpServerOptions()
            .setHandle100ContinueAutomatically(true)
            .setHttp2ClearTextEnabled(false)
            .setMaxHeaderSize(MAX_HEADER_BYTES)
            .setMaxInitialLineLength(MAX_HEADER_BYTES);
    return vertx
        .createHttpServer(options)
        .requestHandler(this::handle)
        .listen(port, "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }

  private void handle(HttpServerRequest request) {
    String path = request.path() == null ? "" : request.path();
    routes
        .find(path)
        .map(forwards::get)
        .ifPresentOrElse(forward -> forward.handle(request), () -> pages.handle(request));
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
