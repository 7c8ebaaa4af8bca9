package dev.helpdesk.kit.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The problem document as it goes over the wire. */
@Schema(description = "What went wrong (RFC 9457); code is stable, see docs/errors.md")
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "code", "errors", "traceId"})
public record Problem(
    @Schema(examples = "urn:helpdesk:error:not-found") String type,
    String title,
    int status,
    String detail,
    String instance,
    @Schema(examples = "NOT_FOUND") String code,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<FieldError> errors,
    String traceId,
    @Schema(hidden = true) @JsonAnyGetter Map<String, Object> members) {

  static Problem of(ProblemException failure, String instance, String traceId) {
    ErrorCode code = failure.code();
    return new Problem(
        type(code),
        code.title(),
        code.status(),
        String.valueOf(failure.getMessage()),
        instance,
        code.code(),
        failure.errors().isEmpty() ? null : failure.errors(),
        traceId,
        failure.members());
  }

  static String type(ErrorCode code) {
    return "urn:helpdesk:error:" + code.code().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
