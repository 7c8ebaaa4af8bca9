package dev.helpdesk.kit.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.HttpException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Bounds every body but file uploads, which their resource bounds while streaming. A body without a
 * Content-Length is read here, so that it cannot grow past the limit unseen.
 */
@ApplicationScoped
class LimitBody {
  private static final int EARLY = 9_000;

  private final long limit;
  private final Handler<RoutingContext> readBounded;

  LimitBody(
      @ConfigProperty(name = "helpdesk.web.max-json-body", defaultValue = "1048576") long limit) {
    this.limit = limit;
    this.readBounded = BodyHandler.create(false).setBodyLimit(limit);
  }

  void install(@Observes Filters filters) {
    filters.register(this::check, EARLY);
  }

  private void check(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (!hasBody(request) || isUpload(request)) {
      context.next();
    } else if (request.getHeader("Content-Length") == null) {
      request.resume();
      readBounded.handle(context);
    } else if (Long.parseLong(request.getHeader("Content-Length")) > limit) {
      context.response().putHeader("Connection", "close");
      context.fail(new HttpException(413));
    } else {
      context.next();
    }
  }

  private static boolean hasBody(HttpServerRequest request) {
    return request.getHeader("Content-Length") != null
        || request.getHeader("Transfer-Encoding") != null
        || (request.version() == io.vertx.core.http.HttpVersion.HTTP_2
            && request.method() != HttpMethod.GET
            && request.method() != HttpMethod.HEAD
            && !request.isEnded());
  }

  private static boolean isUpload(HttpServerRequest request) {
    String type = request.getHeader("Content-Type");
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
  }
}
