package dev.helpdesk.kit.web;

import io.quarkus.vertx.core.runtime.VertxMDC;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Headers of every answer, and the trace id of every log line of a request. */
@ApplicationScoped
class AnswerHeaders {
  private static final int FIRST = 10_000;

  void install(@Observes Filters filters) {
    filters.register(this::apply, FIRST);
  }

  private void apply(RoutingContext context) {
    VertxMDC.INSTANCE.put("traceId", Trace.idOf(context));
    HttpServerResponse response = context.response();
    response
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("X-Frame-Options", "DENY")
        .putHeader("Referrer-Policy", "no-referrer");
    if (!context.request().path().startsWith("/q/")) {
      response.putHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    }
    if ("https".equalsIgnoreCase(context.request().scheme())) {
      response.putHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
    context.next();
  }
}
