package dev.helpdesk.kit.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** What a problem looks like in the API document. */
final class ProblemSchema {
  static final String NAME = "Problem";

  private ProblemSchema() {}

  static Schema schema() {
    Schema field = object("field", "code", "message").description("What is wrong with one field");
    return object("type", "title", "detail", "instance", "code", "traceId")
        .description("What went wrong (RFC 9457); code is stable")
        .addProperty("status", type(Schema.SchemaType.INTEGER))
        .addProperty("errors", type(Schema.SchemaType.ARRAY).items(field));
  }

  /** The response with these codes, the first of them as the example. */
  static APIResponse fill(APIResponse response, List<ErrorCode> codes) {
    if (response.getDescription() == null || response.getDescription().isBlank()) {
      response.setDescription(
          codes.stream().map(ErrorCode::code).distinct().collect(Collectors.joining(", ")));
    }
    var media = OASFactory.createMediaType().schema(OASFactory.createSchema().ref(NAME));
    if (!codes.isEmpty()) {
      media.setExample(example(codes.get(0)));
    }
    return response.content(
        OASFactory.createContent().addMediaType(ProblemRenderer.MEDIA_TYPE, media));
  }

  private static Map<String, Object> example(ErrorCode code) {
    Map<String, Object> example = new LinkedHashMap<>();
    example.put("type", Problem.type(code));
    example.put("title", code.title());
    example.put("status", code.status());
    example.put("detail", "What was wrong this time");
    example.put("instance", "/api/v1/…");
    example.put("code", code.code());
    example.put("traceId", "4bf92f3577b34da6a3ce929d0e0e4736");
    return example;
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
