package dev.helpdesk.kit.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A refusal with its code. Carries no stack trace: it is an answer, not a fault. */
@SuppressWarnings("serial")
public class ProblemException extends RuntimeException {
  private final ErrorCode code;
  private final List<FieldError> errors;
  private final Map<String, Object> members = new LinkedHashMap<>();
  private final Map<String, String> headers = new LinkedHashMap<>();

  public ProblemException(ErrorCode code, String detail) {
    this(code, detail, List.of());
  }

  public ProblemException(ErrorCode code, String detail, List<FieldError> errors) {
    super(detail, null, false, false);
    this.code = code;
    this.errors = List.copyOf(errors);
  }

  public static ProblemException notFound() {
    return new ProblemException(CommonError.NOT_FOUND, "There is nothing at this address.");
  }

  public static ProblemException invalid(String field, String message) {
    return new ProblemException(
        CommonError.VALIDATION_FAILED,
        field + " " + message,
        List.of(FieldError.invalid(field, message)));
  }

  public static ProblemException unauthorized(ErrorCode code, String detail) {
    return new ProblemException(code, detail).header("WWW-Authenticate", "Bearer");
  }

  public static ProblemException unavailable(String detail) {
    return new ProblemException(CommonError.SERVICE_UNAVAILABLE, detail).header("Retry-After", "2");
  }

  /** Adds a member of its own to the problem document. */
  public ProblemException with(String member, Object value) {
    members.put(member, value);
    return this;
  }

  public ProblemException header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  public ErrorCode code() {
    return code;
  }

  public List<FieldError> errors() {
    return errors;
  }

  public Map<String, Object> members() {
    return members;
  }

  public Map<String, String> headers() {
    return headers;
  }
}
