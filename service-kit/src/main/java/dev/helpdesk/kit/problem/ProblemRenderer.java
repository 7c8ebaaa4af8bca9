package dev.helpdesk.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.helpdesk.kit.web.Trace;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** The one place where a failure becomes a problem document and, if it is ours, a log line. */
@ApplicationScoped
public class ProblemRenderer {
  static final String MEDIA_TYPE = "application/problem+json";
  private static final Logger LOG = Logger.getLogger(ProblemRenderer.class);

  private final FailureTranslator translator;
  private final ObjectMapper json;

  ProblemRenderer(FailureTranslator translator, ObjectMapper json) {
    this.translator = translator;
    this.json = json;
  }

  ProblemException translate(RoutingContext context, Throwable failure) {
    ProblemException problem = translator.translate(failure);
    if (problem.code().status() == 500) {
      LOG.errorf(failure, "%s %s failed", context.request().method(), context.normalizedPath());
    } else if (problem.code().status() == 503) {
      LOG.warnf(
          "%s %s answered 503: %s",
          context.request().method(), context.normalizedPath(), rootOf(failure));
    }
    return problem;
  }

  String body(RoutingContext context, ProblemException problem) {
    try {
      return json.writeValueAsString(
          Problem.of(problem, context.request().path(), Trace.idOf(context)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A problem document that cannot be written", e);
    }
  }

  /** Answers outside of a resource: unknown paths, failures before any resource was found. */
  void respond(RoutingContext context, Throwable failure) {
    if (context.response().ended()) {
      return;
    }
    if (context.response().headWritten()) {
      context.response().reset();
      return;
    }
    ProblemException problem = translate(context, failure);
    problem.headers().forEach(context.response()::putHeader);
    context
        .response()
        .setStatusCode(problem.code().status())
        .putHeader("Content-Type", MEDIA_TYPE)
        .end(body(context, problem));
  }

  private static String rootOf(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root.getClass().getSimpleName() + ": " + root.getMessage();
  }
}
