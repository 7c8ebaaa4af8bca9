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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Bounds every body but file uploads, which their resource bounds while streaming. A body without a
 * Content-Length is read here, so that it cannot grow past the limit unseen.
 */
@ApplicationScoped
class LimitBody {
  private static final int EARLY = 9_000;

  /** The framework answers some addresses with a fault for what is no media type at all. */
  private static final Pattern MEDIA_TYPE =
      Pattern.compile("\\s*([^/;\\s]+/[^/;\\s]+|\\*)\\s*(;.*)?");

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
    String type = request.getHeader("Content-Type");
    if (type != null && !MEDIA_TYPE.matcher(type).matches()) {
      context.fail(new HttpException(415));
    } else if (!isReadable(request.headers().getAll("Accept"))) {
      context.fail(new HttpException(406));
    } else if (!hasBody(request) || isUpload(request)) {
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

  /** An empty one means anything, as none does. */
  private static boolean isReadable(List<String> accept) {
    return accept.stream()
        .flatMap(header -> Arrays.stream(header.split(",")))
        .allMatch(type -> type.isBlank() || MEDIA_TYPE.matcher(type).matches());
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
