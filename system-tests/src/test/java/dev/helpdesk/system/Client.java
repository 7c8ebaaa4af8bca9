package dev.helpdesk.system;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A REST client and a reader of the inbox. */
record Client(String gateway, String inbox) {
  Response sendOtp(String address) {
    return json().body(Map.of("email", address)).post("/api/v1/otp/send-otp");
  }

  String tokenOf(String email) {
    return json()
        .body(Map.of("email", email, "password", "Password123"))
        .post("/api/v1/users/sign-in")
        .then()
        .statusCode(200)
        .extract()
        .path("token");
  }

  RequestSpecification as(String token) {
    return json().auth().oauth2(token);
  }

  RequestSpecification json() {
    return given().baseUri(gateway).contentType(ContentType.JSON);
  }

  /** The Message-IDs of all mails to an address. */
  List<String> mailsTo(String address) {
    return given()
        .baseUri(inbox)
        .get("/api/v1/search?query=to:" + address)
        .jsonPath()
        .getList("messages.MessageID");
  }

  /** The distinct Message-IDs of all mails, by address. */
  Map<String, Set<String>> mailsByRecipient() {
    JsonPath mails = given().baseUri(inbox).get("/api/v1/messages?limit=2000").jsonPath();
    List<String> ids = mails.getList("messages.MessageID");
    List<String> addresses = mails.getList("messages.collect { it.To[0].Address }");
    Map<String, Set<String>> byRecipient = new HashMap<>();
    for (int i = 0; i < ids.size(); i++) {
      byRecipient.computeIfAbsent(addresses.get(i), a -> new HashSet<>()).add(ids.get(i));
    }
    return byRecipient;
  }
}
