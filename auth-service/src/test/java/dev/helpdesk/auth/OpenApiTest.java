package dev.helpdesk.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiTest extends AuthTest {
  private JsonPath document;

  @BeforeEach
  void read() {
    document = Api.anyone().queryParam("format", "json").get("/q/openapi").jsonPath();
  }

  @Test
  void everyOperationSaysWhatItDoes() {
    Map<String, Map<String, Map<String, ?>>> paths = document.getMap("paths");
    paths.forEach(
        (path, methods) ->
            methods.forEach(
                (method, operation) -> {
                  assertThat(operation.get("summary")).as(method + " " + path).isNotNull();
                  assertThat(operation.get("operationId")).as(method + " " + path).isNotNull();
                  assertThat((List<?>) operation.get("tags")).as(method + " " + path).hasSize(1);
                  assertThat(((Map<?, ?>) operation.get("responses")).keySet())
                      .as(method + " " + path)
                      .anyMatch(status -> status.toString().startsWith("2"));
                }));
  }

  @Test
  void aRefusalNamesTheCodesOfThisService() {
    assertThat(document.getString("components.responses.Conflict.description"))
        .isEqualTo("CONFLICT, DUPLICATE_REQUEST, EMAIL_TAKEN, OPTIMISTIC_LOCK, USERNAME_TAKEN");
    Map<String, ?> signIn = document.getMap("paths.'/api/v1/users/sign-in'.post.responses.'401'");
    assertThat(signIn.get("description")).isEqualTo("INVALID_CREDENTIALS");
    assertThat(signIn.toString()).contains("urn:helpdesk:error:invalid-credentials");
    assertThat(document.<Map<String, ?>>get("paths.'/api/v1/users'.post.responses").keySet())
        .contains("201", "403", "409", "422");
  }

  @Test
  void secretsAreForWritingOnly() {
    assertThat(document.getMap("components.schemas.User.properties").keySet())
        .map(Object::toString)
        .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).contains("password"));
    assertThat(document.getString("components.securitySchemes.bearer.scheme")).isEqualTo("bearer");
  }
}
