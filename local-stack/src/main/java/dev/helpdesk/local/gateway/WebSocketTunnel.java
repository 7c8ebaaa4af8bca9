package dev.helpdesk.local.gateway;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.NetSocket;
import java.util.logging.Logger;

/** Joins the caller's and the service's connection after a WebSocket handshake. */
final class WebSocketTunnel {

  private static final Logger LOG = Logger.getLogger(WebSocketTunnel.class.getName());

  private final Upstream upstream;
  private final HttpClient client;

  WebSocketTunnel(Upstream upstream, HttpClient client) {
    this.upstream = upstream;
    this.client = client;
  }

  static boolean isUpgrade(HttpServerRequest request) {
    return request.method() == HttpMethod.GET
        && "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
  }

  void handle(HttpServerRequest request) {
    request.pause();
    client
        .request(HttpMethod.GET, upstream.port(), upstream.host(), request.uri())
        .compose(outgoing -> knock(request, outgoing))
        .onSuccess(answer -> relay(request, answer))
        .onFailure(failure -> refuse(request, failure));
  }

  private static Future<HttpClientResponse> knock(
      HttpServerRequest request, HttpClientRequest outgoing) {
    request
        .headers()
        .forEach(
            (name, value) -> {
              if (!name.equalsIgnoreCase("Host") && !name.equalsIgnoreCase("Connection")) {
                outgoing.headers().add(name, value);
              }
            });
    // Browsers send "keep-alive, Upgrade", which is true only between them and us.
    outgoing.putHeader("Connection", "Upgrade");
    return outgoing.connect();
  }

  private void relay(HttpServerRequest request, HttpClientResponse answer) {
    var response = request.response().setStatusCode(answer.statusCode());
    response.headers().addAll(answer.headers());
    if (answer.statusCode() != 101) {
      request.resume();
      answer.pipeTo(response);
      return;
    }
    NetSocket service = answer.netSocket();
    service.pause();
    request
        .toNetSocket()
        .onSuccess(caller -> join(caller, service))
        .onFailure(failure -> service.close());
    request.resume();
  }

  private static void join(NetSocket caller, NetSocket service) {
    caller.pipeTo(service).onComplete(end -> service.close());
    service.pipeTo(caller).onComplete(end -> caller.close());
    service.resume();
  }

  private void refuse(HttpServerRequest request, Throwable failure) {
    LOG.warning(() -> "WebSocket " + request.path() + ": " + upstream + ": " + failure);
    request.resume();
    Problem.unavailable(upstream.name()).answer(request);
  }
}
