package dev.helpdesk.auth;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Requests as clients send them, each from an address of its own unless the test says otherwise.
 */
public final class Api {
  private Api() {}

  public static RequestSpecification anyone() {
    return from(address());
  }

  public static RequestSpecification from(String address) {
    return RestAssured.given()
        .header("X-Forwarded-For", address)
        .contentType(ContentType.JSON)
        .accept(ContentType.JSON);
  }

  public static RequestSpecification as(String token) {
    return anyone().auth().oauth2(token);
  }

  public static RequestSpecification as(Person person) {
    return as(person.token());
  }

  public static RequestSpecification with(Map<String, ?> body) {
    return anyone().body(body);
  }

  public static String address() {
    var random = ThreadLocalRandom.current();
    return "10.%d.%d.%d".formatted(random.nextInt(256), random.nextInt(256), random.nextInt(256));
  }
}
