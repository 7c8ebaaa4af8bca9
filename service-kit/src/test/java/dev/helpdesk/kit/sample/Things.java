package dev.helpdesk.kit.sample;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** The sample service as its callers use it. */
public final class Things {
  public static final String PATH = "/api/v1/things";

  private Things() {}

  public static RequestSpecification as(String token) {
    return given().auth().oauth2(token).contentType(ContentType.JSON);
  }

  /** A request from an address of its own, as the trusted proxy reports it. */
  public static RequestSpecification from(String address) {
    return given().header("X-Forwarded-For", address);
  }

  public static String freshName() {
    return "thing-" + UUID.randomUUID().toString().substring(0, 30);
  }

  public static String named(String name) {
    return "{\"name\":\"" + name + "\"}";
  }

  public static Response create(String token, String name) {
    return as(token).body(named(name)).post(PATH);
  }

  /** The address of a thing that was just made. */
  public static String made(String token) {
    return create(token, freshName()).then().statusCode(201).extract().header("Location");
  }

  public static Response rename(String token, String location) {
    return as(token).body(named(freshName())).patch(location);
  }
}
