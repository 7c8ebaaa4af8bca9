package dev.helpdesk.local.gateway;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.util.logging.Logger;

/** Streams a request to one service and its answer back; a service that is away is a 503. */
final class Forward {

  private static final Logger LOG = Logger.getLogger(Forward.class.getName());

  private final Upstream upstream;
  private final HttpProxy proxy;
  private final WebSocketTunnel tunnel;

  Forward(Upstream upstream, HttpClient client) {
    this.upstream = upstream;
    this.tunnel = new WebSocketTunnel(upstream, client);
    // Its own tunnel throws away what a service says when it refuses an upgrade.
    var options = new ProxyOptions().setSupportWebSocket(false);
    this.proxy = HttpProxy.reverseProxy(options, client);
    proxy.origin(
        context ->
            client.request(new RequestOptions().setHost(upstream.host()).setPort(upstream.port())));
    proxy.addInterceptor(new Answers());
  }

  void handle(HttpServerRequest request) {
    ForwardedHeaders.rewrite(request);
    if (WebSocketTunnel.isUpgrade(request)) {
      tunnel.handle(request);
    } else {
      // The gateway itself has told the caller to go on.
      request.headers().remove("Expect");
      proxy.handle(request);
    }
  }

  private final class Answers implements ProxyInterceptor {

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
      return context.sendRequest().recover(failure -> unavailable(context.request(), failure));
    }

    // Chunked, as the proxy would send it, an answer that has no body confuses clients.
    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
      ProxyResponse response = context.response();
      if (response.getStatusCode() == 304) {
        response.getBody().stream().resume();
        response.setBody(null);
      }
      return context.sendResponse();
    }

    private Future<ProxyResponse> unavailable(ProxyRequest request, Throwable failure) {
      HttpServerRequest caller = request.proxiedRequest();
      LOG.warning(() -> caller.method() + " " + caller.path() + ": " + upstream + ": " + failure);
      var body = Problem.unavailable(upstream.name()).body(caller);
      return Future.succeededFuture(
          request
              .release()
              .response()
              .setStatusCode(503)
              .putHeader("Retry-After", Problem.RETRY_AFTER_SECONDS)
              .putHeader("Content-Type", Problem.MEDIA_TYPE)
              .setBody(Body.body(body)));
    }
  }
}
