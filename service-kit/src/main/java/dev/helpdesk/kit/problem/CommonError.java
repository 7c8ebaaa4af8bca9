package dev.helpdesk.kit.problem;

/** The codes that any endpoint of any service may answer. */
public enum CommonError implements ErrorCode {
  FIELD_REQUIRED(400, "A required field is missing"),
  VALIDATION_FAILED(400, "A value is not allowed"),
  MALFORMED_REQUEST(400, "The request cannot be read"),
  UNKNOWN_PARAMETER(400, "The query parameter is unknown"),
  TOKEN_INVALID(401, "A valid access token is needed"),
  TOKEN_EXPIRED(401, "The access token has expired"),
  FORBIDDEN(403, "This is not allowed for the caller"),
  NOT_FOUND(404, "There is nothing here"),
  METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
  NOT_ACCEPTABLE(406, "No representation fits the Accept header"),
  CONFLICT(409, "The request contradicts the present state"),
  DUPLICATE_REQUEST(409, "This request was made before"),
  OPTIMISTIC_LOCK(409, "The version is stale"),
  STALE_PRECONDITION(412, "The version is stale") {
    @Override
    public String code() {
      return OPTIMISTIC_LOCK.name();
    }
  },
  PAYLOAD_TOO_LARGE(413, "The request is too large"),
  URI_TOO_LONG(414, "The request address is too long"),
  UNSUPPORTED_MEDIA_TYPE(415, "The media type is not supported"),
  IDEMPOTENCY_KEY_REUSED(422, "The idempotency key belongs to another request"),
  RATE_LIMITED(429, "Too many requests"),
  INTERNAL_SERVER_ERROR(500, "Something went wrong on our side"),
  SERVICE_UNAVAILABLE(503, "The service is not available for the moment");

  private final int status;
  private final String title;

  CommonError(int status, String title) {
    this.status = status;
    this.title = title;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String title() {
    return title;
  }
}
