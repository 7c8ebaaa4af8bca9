package dev.helpdesk.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenApiMergeTest {

  static final Upstream AUTH = Upstream.local("auth", 1);
  static final Upstream TICKET = Upstream.local("ticket", 2);
  static final Upstream NOTIFICATION = Upstream.local("notification", 3);

  JsonObject merged;

  @BeforeEach
  void merge() {
    var merge = new OpenApiMerge(new Routes(AUTH, TICKET, NOTIFICATION));
    merge.add(AUTH, document("/api/v1/users", "Page", "string", "bearer"));
    merge.add(TICKET, document("/api/v1/tickets", "Page", "integer", "basic"));
    merged = merge.result();
  }

  @Test
  void keepsThePathsThatEachServiceAnswersBehindTheGateway() {
    assertThat(merged.getJsonObject("paths").fieldNames())
        .containsExactly("/api/v1/tickets", "/api/v1/users");
  }

  @Test
  void keepsOneOfEqualSchemas() {
    assertThat(schemas().fieldNames())
        .containsExactlyInAnyOrder("Problem", "User", "Page", "TicketUser", "TicketPage");
  }

  @Test
  void renamesASchemaThatDiffersAndEveryReferenceToIt() {
    assertThat(type("User")).isEqualTo("string");
    assertThat(type("TicketUser")).isEqualTo("integer");
    assertThat(schemas().getJsonObject("TicketPage").getString("$ref"))
        .isEqualTo("#/components/schemas/TicketUser");
    assertThat(schemas().getJsonObject("Page").getString("$ref"))
        .isEqualTo("#/components/schemas/User");
    assertThat(operation("/api/v1/tickets").getString("$ref"))
        .isEqualTo("#/components/schemas/TicketPage");
  }

  @Test
  void renamesSecuritySchemesThatDiffer() {
    assertThat(operation("/api/v1/users").getJsonArray("security").getJsonObject(0).fieldNames())
        .containsExactly("token");
    assertThat(operation("/api/v1/tickets").getJsonArray("security").getJsonObject(0).fieldNames())
        .containsExactly("Tickettoken");
  }

  @Test
  void keepsOperationIdsApartAndUsedTagsOnce() {
    assertThat(operation("/api/v1/users").getString("operationId")).isEqualTo("list");
    assertThat(operation("/api/v1/tickets").getString("operationId")).isEqualTo("ticket_list");
    assertThat(merged.getJsonArray("tags")).hasSize(1);
  }

  private JsonObject schemas() {
    return merged.getJsonObject("components").getJsonObject("schemas");
  }

  private String type(String schema) {
    return schemas().getJsonObject(schema).getString("type");
  }

  private JsonObject operation(String path) {
    return merged.getJsonObject("paths").getJsonObject(path).getJsonObject("get");
  }

  // Page is the same text in both, but means another User.
  private static JsonObject document(String path, String page, String userType, String scheme) {
    return new JsonObject(
        """
        {"paths": {"%s": {"get": {"operationId": "list", "tags": ["Lists"], "$ref": "#/components/schemas/%s",
                    "security": [{"token": []}]}},
                   "/q/health": {"get": {}}, "/api/v1/deliveries": {"get": {}}},
         "tags": [{"name": "Lists"}, {"name": "Health"}],
         "components": {
           "schemas": {"Problem": {"type": "object"}, "User": {"type": "%s"},
                       "Page": {"$ref": "#/components/schemas/User"}},
           "securitySchemes": {"token": {"type": "http", "scheme": "%s"}}}}
        """
            .formatted(path, page, userType, scheme));
  }
}
