package dev.helpdesk.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Renders what a resource throws. The listed types have mappers in Quarkus that would win over
 * Throwable.
 */
class ProblemMapper {
  private final ProblemRenderer renderer;

  ProblemMapper(ProblemRenderer renderer) {
    this.renderer = renderer;
  }

  @ServerExceptionMapper({
    Throwable.class,
    WebApplicationException.class,
    ValidationException.class,
    JsonProcessingException.class,
    MismatchedInputException.class,
    AuthenticationFailedException.class,
    AuthenticationCompletionException.class,
    UnauthorizedException.class,
    ForbiddenException.class
  })
  Response map(Throwable failure, RoutingContext context) {
    ProblemException problem = renderer.translate(context, failure);
    Response.ResponseBuilder answer =
        Response.status(problem.code().status())
            .type(ProblemRenderer.MEDIA_TYPE)
            .entity(renderer.body(context, problem));
    problem.headers().forEach((name, value) -> add(answer, name, value));
    return answer.build();
  }

  /** A Location becomes absolute, as that of any other answer does. */
  private static void add(Response.ResponseBuilder answer, String name, String value) {
    if (name.equals(HttpHeaders.LOCATION)) {
      answer.location(URI.create(value));
    } else {
      answer.header(name, value);
    }
  }
}
