package dev.helpdesk.kit.sample;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.helpdesk.test.HelpdeskResource;
import dev.helpdesk.test.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(HelpdeskResource.class)
class SampleTest {
  @Test
  void createsAndReads() {
    String location =
        given()
            .auth()
            .oauth2(Tokens.user())
            .contentType(ContentType.JSON)
            .body("{\"name\":\"first\"}")
            .post("/api/v1/things")
            .then()
            .log()
            .ifValidationFails()
            .statusCode(201)
            .header("ETag", "\"0\"")
            .body("name", equalTo("first"))
            .extract()
            .header("Location");
    given()
        .auth()
        .oauth2(Tokens.user())
        .get(location)
        .then()
        .statusCode(200)
        .body("id", notNullValue());
  }

  @Test
  void whatIsNoMediaTypeIsRefused() {
    var asUser = given().auth().oauth2(Tokens.user());
    asUser.header("Content-Type", "nonsense").get("/api/v1/things").then().statusCode(415);
    given()
        .auth()
        .oauth2(Tokens.user())
        .header("Accept", "nonsense")
        .get("/api/v1/things")
        .then()
        .statusCode(406);
    given()
        .auth()
        .oauth2(Tokens.user())
        .header("Accept", "text/html, application/json;q=0.9, */*;q=0.8")
        .get("/api/v1/things")
        .then()
        .statusCode(200);
  }
}
