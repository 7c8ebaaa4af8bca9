package dev.helpdesk.local.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/** A service that tells what reached it. */
final class FakeService implements AutoCloseable {

  final BlockingQueue<HttpServerResponse> streams = new LinkedBlockingQueue<>();
  final CompletableFuture<Void> hangUp = new CompletableFuture<>();
  private final Vertx vertx = Vertx.vertx();
  private final String openApi;
  private final HttpServer server;

  FakeService(String openApi) {
    this.openApi = openApi;
    this.server =
        vertx
            .createHttpServer()
            .requestHandler(this::handle)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  int port() {
    return server.actualPort();
  }

  private void handle(HttpServerRequest request) {
    switch (request.path()) {
      case "/q/openapi" -> request.response().end(openApi);
      case "/api/v1/tickets/stream" -> stream(request);
      case "/api/v1/tickets/chat" -> chat(request);
      case "/api/v1/tickets/size" -> size(request);
      case "/api/v1/tickets/same" -> request.response().setStatusCode(304).end();
      default -> tell(request);
    }
  }

  private void stream(HttpServerRequest request) {
    var response =
        request.response().setChunked(true).putHeader("Content-Type", "text/event-stream");
    response.exceptionHandler(gone -> hangUp.complete(null));
    response.closeHandler(gone -> hangUp.complete(null));
    response.write("data: first\n\n");
    streams.add(response);
  }

  private static void chat(HttpServerRequest request) {
    if (request.getHeader("Authorization") == null) {
      request.response().setStatusCode(401).putHeader("WWW-Authenticate", "Bearer").end("no token");
      return;
    }
    String forwarded = request.getHeader("X-Forwarded-For");
    request
        .toWebSocket()
        .onSuccess(
            socket -> {
              socket.writeTextMessage("from " + forwarded);
              socket.textMessageHandler(text -> socket.writeTextMessage("echo " + text));
            });
  }

  private static void size(HttpServerRequest request) {
    long[] size = {0};
    request.handler(chunk -> size[0] += chunk.length());
    request.endHandler(end -> request.response().end(Long.toString(size[0])));
  }

  private static void tell(HttpServerRequest request) {
    var headers = new JsonObject();
    request.headers().forEach((name, value) -> headers.put(name.toLowerCase(), value));
    Buffer body = new JsonObject().put("uri", request.uri()).put("headers", headers).toBuffer();
    request.response().setStatusCode(418).putHeader("X-From", "service").end(body);
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
