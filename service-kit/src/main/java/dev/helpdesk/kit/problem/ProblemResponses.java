package dev.helpdesk.kit.problem;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/**
 * Describes every refusal of a service once, with the codes of its error enums, and adds to each
 * operation those that follow from what it is. An operation adds others by their names here, or by
 * a response without content whose description names the codes.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ProblemResponses implements OASFilter {
  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(400, "BadRequest"),
          Map.entry(401, "Unauthorized"),
          Map.entry(403, "Forbidden"),
          Map.entry(404, "NotFound"),
          Map.entry(406, "NotAcceptable"),
          Map.entry(409, "Conflict"),
          Map.entry(412, "PreconditionFailed"),
          Map.entry(413, "PayloadTooLarge"),
          Map.entry(415, "UnsupportedMediaType"),
          Map.entry(422, "IdempotencyKeyReused"),
          Map.entry(429, "RateLimited"),
          Map.entry(500, "InternalServerError"),
          Map.entry(502, "BadGateway"),
          Map.entry(503, "ServiceUnavailable"));

  private final List<ErrorCode> codes;

  /** Called by Quarkus, while it builds. */
  public ProblemResponses(IndexView index) {
    this.codes =
        index.getAllKnownImplementations(DotName.createSimple(ErrorCode.class.getName())).stream()
            .flatMap(type -> constants(type.name().toString()))
            .sorted(Comparator.comparing(ErrorCode::code))
            .toList();
  }

  private static Stream<ErrorCode> constants(String enumName) {
    try {
      ClassLoader loader = Thread.currentThread().getContextClassLoader();
      Object[] constants = Class.forName(enumName, true, loader).getEnumConstants();
      return constants == null ? Stream.of() : Stream.of(constants).map(ErrorCode.class::cast);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("An indexed class that is not there", e);
    }
  }

  @Override
  public void filterOpenAPI(OpenAPI document) {
    document.getComponents().addSchema(ProblemSchema.NAME, ProblemSchema.schema());
    NAMES.forEach((status, name) -> describe(document, status, name));
    document
        .getPaths()
        .getPathItems()
        .forEach(
            (path, item) ->
                item.getOperations()
                    .forEach((method, operation) -> complete(path, method, operation)));
  }

  private void describe(OpenAPI document, int status, String name) {
    List<ErrorCode> known = with(status).toList();
    if (!known.isEmpty()) {
      APIResponse response = OASFactory.createAPIResponse();
      document.getComponents().addResponse(name, ProblemSchema.fill(response, known));
    }
  }

  private void complete(String path, HttpMethod method, Operation operation) {
    operation.getResponses().getAPIResponses().forEach(this::fillOwn);
    add(operation, 400, 406, 429, 500, 503);
    if (operation.getRequestBody() != null) {
      add(operation, 413, 415);
    }
    if (operation.getSecurity() != null && !operation.getSecurity().isEmpty()) {
      add(operation, 401, 403);
    }
    if (path.contains("{")) {
      add(operation, 404);
    }
    if (takesIfMatch(operation)) {
      add(operation, 409, 412);
    }
    if (method == HttpMethod.POST && operation.getResponses().hasAPIResponse("201")) {
      add(operation, 409, 422);
    }
  }

  /** What the operation says itself stays. */
  private static void add(Operation operation, int... statuses) {
    for (int status : statuses) {
      String text = Integer.toString(status);
      if (!operation.getResponses().hasAPIResponse(text)) {
        operation
            .getResponses()
            .addAPIResponse(text, OASFactory.createAPIResponse().ref(NAMES.get(status)));
      }
    }
  }

  /** A framework's own words for a refusal tell no code; those of an operation do. */
  private void fillOwn(String status, APIResponse response) {
    if (!status.matches("[45]\\d\\d")
        || response.getRef() != null
        || response.getContent() != null) {
      return;
    }
    String text = String.valueOf(response.getDescription());
    int number = Integer.parseInt(status);
    List<ErrorCode> named = with(number).filter(code -> text.contains(code.code())).toList();
    if (named.isEmpty()) {
      response.description(null).ref(NAMES.get(number));
    } else {
      ProblemSchema.fill(response, named);
    }
  }

  private Stream<ErrorCode> with(int status) {
    return codes.stream().filter(code -> code.status() == status);
  }

  private static boolean takesIfMatch(Operation operation) {
    return operation.getParameters() != null
        && operation.getParameters().stream()
            .anyMatch(p -> p.getIn() == Parameter.In.HEADER && "If-Match".equals(p.getName()));
  }
}
