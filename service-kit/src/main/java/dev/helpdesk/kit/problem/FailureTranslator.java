package dev.helpdesk.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.arc.All;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.handler.HttpException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.hibernate.StaleStateException;
import org.jspecify.annotations.Nullable;

/** Finds what a failure means, looking through its wrappers; what nobody knows is a bare 500. */
@ApplicationScoped
public class FailureTranslator {
  private final Map<String, ErrorCode> constraints = new HashMap<>();

  FailureTranslator(@All List<ConstraintErrors> features) {
    features.forEach(feature -> constraints.putAll(feature.byConstraint()));
  }

  public ProblemException translate(Throwable failure) {
    for (Throwable cause : causes(failure)) {
      ProblemException problem = known(cause);
      if (problem != null) {
        return problem;
      }
    }
    return new ProblemException(
        CommonError.INTERNAL_SERVER_ERROR, "Tell us the trace id, and we can find the cause.");
  }

  private @Nullable ProblemException known(Throwable cause) {
    if (cause instanceof ProblemException problem) {
      return problem;
    }
    ProblemException database = DatabaseFailure.translate(cause, constraints);
    if (database != null) {
      return database;
    }
    if (cause instanceof ConstraintViolationException violations) {
      return ShapeFailure.of(violations);
    }
    if (cause instanceof JsonProcessingException json) {
      return ShapeFailure.of(json);
    }
    if (cause instanceof OptimisticLockException || cause instanceof StaleStateException) {
      return new ProblemException(
          CommonError.OPTIMISTIC_LOCK, "Somebody else changed this at the same moment; try again.");
    }
    if (cause instanceof RejectedExecutionException || Outage.is(cause)) {
      return ProblemException.unavailable("Something that we need does not answer; try again.");
    }
    if (cause instanceof HttpException http) {
      return HttpFailure.of(http.getStatusCode());
    }
    if (cause instanceof WebApplicationException web) {
      return HttpFailure.of(web);
    }
    return security(cause);
  }

  private static @Nullable ProblemException security(Throwable cause) {
    if (cause instanceof AuthenticationFailedException
        || cause instanceof AuthenticationCompletionException
        || cause instanceof UnauthorizedException) {
      return ProblemException.unauthorized(
          CommonError.TOKEN_INVALID, "Send a valid access token as Authorization: Bearer …");
    }
    if (cause instanceof ForbiddenException) {
      return new ProblemException(CommonError.FORBIDDEN, "The caller may not do this.");
    }
    return null;
  }

  /** Outermost first: the outer layer knows best what it means, unless it is a mere wrapper. */
  private static List<Throwable> causes(Throwable failure) {
    List<Throwable> chain = new ArrayList<>();
    for (Throwable t = failure; t != null && chain.size() < 20; t = t.getCause()) {
      chain.add(t);
    }
    // A wrapper with an HTTP status (a body that cannot be read, say) speaks only if no cause does.
    chain.sort((a, b) -> Boolean.compare(isWrapper(a), isWrapper(b)));
    return chain;
  }

  private static boolean isWrapper(Throwable t) {
    return t.getCause() != null
        && (t instanceof WebApplicationException
            || t instanceof HttpException
            || t instanceof AuthenticationFailedException);
  }
}
