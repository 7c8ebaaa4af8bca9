package dev.helpdesk.kit.problem;

import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** The last routes: what no resource took, and what failed before one could. */
@ApplicationScoped
class ProblemRoutes {
  private final ProblemRenderer renderer;

  ProblemRoutes(ProblemRenderer renderer) {
    this.renderer = renderer;
  }

  void install(@Observes Router router) {
    int afterAll = RouteConstants.ROUTE_ORDER_AFTER_DEFAULT + 1;
    router
        .route()
        .order(afterAll)
        .handler(context -> renderer.respond(context, ProblemException.notFound()))
        .failureHandler(this::failed);
  }

  private void failed(RoutingContext context) {
    Throwable failure = context.failure();
    renderer.respond(context, failure == null ? new HttpException(context.statusCode()) : failure);
  }
}
