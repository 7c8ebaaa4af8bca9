package dev.helpdesk.system;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;

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
}
