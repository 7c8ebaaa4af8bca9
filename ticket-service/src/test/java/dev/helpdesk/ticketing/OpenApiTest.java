package dev.helpdesk.ticketing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.helpdesk.kit.outbox.EventJson;
import dev.helpdesk.test.HelpdeskResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * One implementation answers nested and flat addresses; the document must describe each rightly.
 */
@QuarkusTest
@QuarkusTestResource(HelpdeskResource.class)
class OpenApiTest {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
  private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

  @Test
  void everyPathDeclaresItsOwnParametersAndNoOthers() throws JsonProcessingException {
    JsonNode paths = document().path("paths");
    assertThat(paths.size()).isGreaterThan(20);
    paths.properties().forEach(path -> check(path.getKey(), path.getValue()));
  }

  private static void check(String template, JsonNode path) {
    path.properties().stream()
        .filter(operation -> METHODS.contains(operation.getKey()))
        .forEach(
            operation ->
                assertThat(declared(path, operation.getValue()))
                    .as(operation.getKey() + " " + template)
                    .isEqualTo(inTemplate(template)));
  }

  @Test
  void everyOperationHasASummary() throws JsonProcessingException {
    document()
        .path("paths")
        .properties()
        .forEach(
            path ->
                METHODS.stream()
                    .filter(path.getValue()::has)
                    .forEach(
                        method ->
                            assertThat(path.getValue().path(method).path("summary").asText())
                                .as(method + " " + path.getKey())
                                .isNotBlank()));
  }

  private static JsonNode document() throws JsonProcessingException {
    return EventJson.MAPPER.readTree(given().get("/q/openapi?format=json").asString());
  }

  private static Set<String> inTemplate(String path) {
    return NAME.matcher(path)
        .results()
        .map((MatchResult match) -> match.group(1))
        .collect(Collectors.toSet());
  }

  private static Set<String> declared(JsonNode path, JsonNode operation) {
    Set<String> names = new HashSet<>();
    for (JsonNode holder : new JsonNode[] {path, operation}) {
      holder.path("parameters").forEach(parameter -> addPathName(names, parameter));
    }
    return names;
  }

  private static void addPathName(Set<String> names, JsonNode parameter) {
    if (parameter.path("in").asText().equals("path")) {
      names.add(parameter.path("name").asText());
    }
  }
}
