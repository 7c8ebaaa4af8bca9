package dev.helpdesk.ticketing;

import static io.restassured.RestAssured.given;

import dev.helpdesk.contracts.user.Role;
import dev.helpdesk.test.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** Somebody with a token of their own, and what they do over HTTP. */
public record Someone(UUID id, String email, Role role, String token) {
  public static Someone with(Role role) {
    UUID id = UUID.randomUUID();
    String email = role.wire() + "-" + id + "@example.org";
    Someone someone = new Someone(id, email, role, Tokens.of(id, email, role));
    someone.get("/spaces?limit=1").then().statusCode(200);
    return someone;
  }

  public static Someone user() {
    return with(Role.USER);
  }

  public static Someone agent() {
    return with(Role.AGENT);
  }

  public static Someone admin() {
    return with(Role.ADMIN);
  }

  public RequestSpecification request() {
    return given().auth().oauth2(token);
  }

  public RequestSpecification sending(Object body) {
    return request().contentType(ContentType.JSON).body(body);
  }

  public Response get(String path) {
    return request().get("/api/v1" + path);
  }

  public Response post(String path, Object body) {
    return sending(body).post("/api/v1" + path);
  }

  public Response patch(String path, Object body) {
    return sending(body).patch("/api/v1" + path);
  }

  public Response put(String path, Object body) {
    return sending(body).put("/api/v1" + path);
  }

  public Response delete(String path) {
    return request().delete("/api/v1" + path);
  }
}
