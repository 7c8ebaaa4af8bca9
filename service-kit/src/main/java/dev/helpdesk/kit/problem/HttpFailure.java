package dev.helpdesk.kit.problem;

import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import org.jspecify.annotations.Nullable;

/** HTTP's own refusals, thrown by the framework before or instead of a resource. */
final class HttpFailure {
  private HttpFailure() {}

  static @Nullable ProblemException of(WebApplicationException failure) {
    ProblemException problem = of(failure.getResponse().getStatus());
    if (problem != null && failure instanceof NotAllowedException notAllowed) {
      String allow = notAllowed.getResponse().getHeaderString("Allow");
      return allow == null ? problem : problem.header("Allow", allow);
    }
    return problem;
  }

  static @Nullable ProblemException of(int status) {
    return switch (status) {
      case 401 ->
          ProblemException.unauthorized(
              CommonError.TOKEN_INVALID, "A valid access token is needed.");
      case 403 -> new ProblemException(CommonError.FORBIDDEN, "The caller may not do this.");
      case 404 -> ProblemException.notFound();
      case 405 ->
          new ProblemException(
              CommonError.METHOD_NOT_ALLOWED, "This address does not know that method.");
      case 406 ->
          new ProblemException(
              CommonError.NOT_ACCEPTABLE, "We cannot answer in a media type that Accept names.");
      case 413 ->
          new ProblemException(
              CommonError.PAYLOAD_TOO_LARGE, "The request is larger than this address takes.");
      case 414 -> new ProblemException(CommonError.URI_TOO_LONG, "Shorten the address.");
      case 415 ->
          new ProblemException(
              CommonError.UNSUPPORTED_MEDIA_TYPE, "This address does not take that media type.");
      case 503 -> ProblemException.unavailable("Too much to do for the moment; try again.");
      default ->
          status >= 400 && status < 500
              ? new ProblemException(CommonError.MALFORMED_REQUEST, "The request cannot be read.")
              : null;
    };
  }
}
