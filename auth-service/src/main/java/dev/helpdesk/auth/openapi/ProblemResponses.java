package dev.helpdesk.auth.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Describes each refusal once, and adds to every operation those that any may answer. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ProblemResponses implements OASFilter {
  /** A refusal: its status and the codes that come with it. */
  private record Refusal(int status, List<String> codes) {}

  private static final Map<String, Refusal> REFUSALS = new LinkedHashMap<>();

  static {
    refusal(
        "BadRequest",
        400,
        "FIELD_REQUIRED",
        "VALIDATION_FAILED",
        "MALFORMED_REQUEST",
        "UNKNOWN_PARAMETER",
        "OTP_INVALID");
    refusal("Unauthorized", 401, "TOKEN_INVALID", "TOKEN_EXPIRED");
    refusal("InvalidCredentials", 401, "INVALID_CREDENTIALS");
    refusal("Forbidden", 403, "FORBIDDEN");
    refusal("NotFound", 404, "NOT_FOUND");
    refusal("NotAcceptable", 406, "NOT_ACCEPTABLE");
    refusal(
        "Conflict",
        409,
        "EMAIL_TAKEN",
        "USERNAME_TAKEN",
        "DUPLICATE_REQUEST",
        "CONFLICT",
        "OPTIMISTIC_LOCK");
    refusal("PreconditionFailed", 412, "OPTIMISTIC_LOCK");
    refusal("PayloadTooLarge", 413, "PAYLOAD_TOO_LARGE");
    refusal("UnsupportedMediaType", 415, "UNSUPPORTED_MEDIA_TYPE");
    refusal("IdempotencyKeyReused", 422, "IDEMPOTENCY_KEY_REUSED");
    refusal("RateLimited", 429, "RATE_LIMITED");
    refusal("InternalServerError", 500, "INTERNAL_SERVER_ERROR");
    refusal("ServiceUnavailable", 503, "SERVICE_UNAVAILABLE");
  }

  private static void refusal(String name, int status, String... codes) {
    REFUSALS.put(name, new Refusal(status, List.of(codes)));
  }

  @Override
  public void filterOpenAPI(OpenAPI document) {
    Components components = document.getComponents();
    components.addSchema("Problem", problem());
    REFUSALS.forEach((name, refusal) -> components.addResponse(name, response(refusal)));
    for (PathItem path : document.getPaths().getPathItems().values()) {
      path.getOperations().values().forEach(ProblemResponses::complete);
    }
  }

  private static void complete(Operation operation) {
    add(operation, "BadRequest");
    add(operation, "NotAcceptable");
    add(operation, "RateLimited");
    add(operation, "InternalServerError");
    add(operation, "ServiceUnavailable");
    if (operation.getRequestBody() != null) {
      add(operation, "PayloadTooLarge");
      add(operation, "UnsupportedMediaType");
    }
    if (operation.getSecurity() != null && !operation.getSecurity().isEmpty()) {
      add(operation, "Unauthorized");
      add(operation, "Forbidden");
    }
  }

  /** What the operation says itself stays. */
  private static void add(Operation operation, String name) {
    String status = Integer.toString(Objects.requireNonNull(REFUSALS.get(name)).status());
    if (!operation.getResponses().hasAPIResponse(status)) {
      operation.getResponses().addAPIResponse(status, OASFactory.createAPIResponse().ref(name));
    }
  }

  private static APIResponse response(Refusal refusal) {
    var media =
        OASFactory.createMediaType()
            .schema(OASFactory.createSchema().ref("Problem"))
            .example(example(refusal));
    return OASFactory.createAPIResponse()
        .description(String.join(", ", refusal.codes()))
        .content(OASFactory.createContent().addMediaType("application/problem+json", media));
  }

  private static Map<String, Object> example(Refusal refusal) {
    String code = refusal.codes().get(0);
    Map<String, Object> example = new LinkedHashMap<>();
    example.put(
        "type", "urn:helpdesk:error:" + code.toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    example.put("title", "What kind of refusal it is");
    example.put("status", refusal.status());
    example.put("detail", "What was wrong this time");
    example.put("instance", "/api/v1/users");
    example.put("code", code);
    example.put("traceId", "4bf92f3577b34da6a3ce929d0e0e4736");
    return example;
  }

  private static Schema problem() {
    Schema field = object("field", "code", "message").description("What is wrong with one field");
    return object("type", "title", "detail", "instance", "code", "traceId")
        .description("What went wrong (RFC 9457); code is stable")
        .addProperty("status", type(Schema.SchemaType.INTEGER))
        .addProperty("errors", type(Schema.SchemaType.ARRAY).items(field));
  }

  private static Schema object(String... texts) {
    Schema schema = type(Schema.SchemaType.OBJECT);
    for (String text : texts) {
      schema.addProperty(text, type(Schema.SchemaType.STRING));
    }
    return schema;
  }

  private static Schema type(Schema.SchemaType type) {
    return OASFactory.createSchema().addType(type);
  }
}
