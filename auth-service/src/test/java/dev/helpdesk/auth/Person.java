package dev.helpdesk.auth;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Somebody with an account and a session. */
public record Person(String id, String email, String username, String token, String refresh) {
  public static final String PASSWORD = "Analytical-1843";

  public static Person user() {
    return of("user");
  }

  public static Person agent() {
    return of("agent");
  }

  public static Person admin() {
    return of("admin");
  }

  /** Made by an administrator, because that needs no mail. */
  private static Person of(String role) {
    String email = newEmail();
    Map<String, Object> body = new HashMap<>();
    body.put("name", "Ada");
    body.put("email", email);
    body.put("password", PASSWORD);
    body.put("role", role);
    Api.as(demoAdmin()).body(body).post("/api/v1/users").then().statusCode(201);
    return signIn(email, PASSWORD);
  }

  public static String newEmail() {
    return "p" + UUID.randomUUID().toString().substring(0, 18) + "@example.org";
  }

  public static String demoAdmin() {
    return signIn("admin@my", "Password123").token();
  }

  public static Person signIn(String login, String password) {
    Response answer = trySignIn(Api.address(), login, password);
    answer.then().statusCode(200);
    return new Person(
        answer.path("user.id"),
        answer.path("user.email"),
        answer.path("user.username"),
        answer.path("token"),
        answer.path("refreshToken"));
  }

  public static Response trySignIn(String address, String login, String password) {
    return Api.from(address)
        .body(Map.of("email", login, "password", password))
        .post("/api/v1/users/sign-in");
  }

  public static Response refresh(String refreshToken) {
    return Api.anyone().header("Refresh-Token", refreshToken).post("/api/v1/users/refresh-token");
  }

  public static Response refresh(String refreshToken, String key) {
    return Api.anyone()
        .header("Refresh-Token", refreshToken)
        .header("Idempotency-Key", key)
        .post("/api/v1/users/refresh-token");
  }
}
