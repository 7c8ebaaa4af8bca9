package dev.helpdesk.kit.problem;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** The last routes: what no resource took, and what failed before one could. */
@ApplicationScoped
class ProblemRoutes {
  /** After the resources, before Quarkus's own error pages. */
  private static final int AFTER_ALL = 1_000_000;

  private final ProblemRenderer renderer;

  ProblemRoutes(ProblemRenderer renderer) {
    this.renderer = renderer;
  }

  void install(@Observes Router router) {
    router
        .route()
        .order(AFTER_ALL)
        .handler(context -> renderer.respond(context, ProblemException.notFound()))
        .failureHandler(this::failed);
  }

  private void failed(RoutingContext context) {
    Throwable failure = context.failure();
    renderer.respond(context, failure == null ? new HttpException(context.statusCode()) : failure);
  }
}
