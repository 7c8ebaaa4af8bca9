package dev.helpdesk.local.gateway;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The gateway's own refusals, in the error shape and the words of the services. */
record Problem(int status, String title, String code, String detail) {

  static final String MEDIA_TYPE = "application/problem+json";
  static final String RETRY_AFTER_SECONDS = "2";

  private static final Pattern TRACE_PARENT =
      Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");
  private static final SecureRandom RANDOM = new SecureRandom();

  static Problem notFound() {
    return new Problem(
        404, "There is nothing here", "NOT_FOUND", "There is nothing at this address.");
  }

  static Problem methodNotAllowed() {
    return new Problem(
        405,
        "The method is not allowed here",
        "METHOD_NOT_ALLOWED",
        "This address can only be read.");
  }

  static Problem unavailable(String service) {
    return new Problem(
        503,
        "The service is not available for the moment",
        "SERVICE_UNAVAILABLE",
        "The " + service + " service does not answer at the moment. Please try again.");
  }

  Buffer body(HttpServerRequest request) {
    return new JsonObject()
        .put("type", "urn:helpdesk:error:" + code.toLowerCase(Locale.ROOT).replace('_', '-'))
        .put("title", title)
        .put("status", status)
        .put("detail", detail)
        .put("instance", request.path())
        .put("code", code)
        .put("traceId", traceId(request))
        .toBuffer();
  }

  void answer(HttpServerRequest request) {
    var response = request.response();
    if (status == 503) {
      response.putHeader("Retry-After", RETRY_AFTER_SECONDS);
    }
    response
        .setStatusCode(status)
        .putHeader("Content-Type", MEDIA_TYPE)
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("X-Frame-Options", "DENY")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
        .end(body(request));
  }

  private static String traceId(HttpServerRequest request) {
    String header = request.getHeader("traceparent");
    Matcher matcher = TRACE_PARENT.matcher(header == null ? "" : header);
    if (matcher.matches()) {
      return matcher.group(1);
    }
    var bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
