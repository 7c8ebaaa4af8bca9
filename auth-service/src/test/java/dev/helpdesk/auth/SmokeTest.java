package dev.helpdesk.auth;

import static io.restassured.RestAssured.given;

import dev.helpdesk.test.HelpdeskResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(HelpdeskResource.class)
class SmokeTest {
  @Test
  void works() {
    given().contentType("application/json").body("{\"email\":\"a@b\"}").post("/api/v1/otp/send-otp").then().log().all();
    given().contentType("application/json").body("{\"email\":\"a@b\"}").post("/api/v1/otp/send-otp").then().log().all();
    given().contentType("application/json").body("{\"email\":\"admin@my\",\"password\":\"x\"}").post("/api/v1/users/sign-in").then().log().all();
    String t = given().contentType("application/json").body("{\"email\":\"admin@my\",\"password\":\"Password123\"}").post("/api/v1/users/sign-in").then().log().all().extract().path("token");
    String r = given().contentType("application/json").body("{\"username\":\"Admin\",\"password\":\"Password123\"}").post("/api/v1/users/sign-in").then().extract().path("refreshToken");
    given().auth().oauth2(t).get("/api/v1/users/me").then().log().all();
    given().auth().oauth2(t).contentType("application/json").body("{\"name\":\"Ad Min\"}").patch("/api/v1/users/me").then().log().all();
    given().auth().oauth2(t).contentType("application/json").body("{\"githubUsername\":\"x\",\"role\":\"admin\"}").patch("/api/v1/users/me").then().log().all();
    given().auth().oauth2(t).contentType("application/json").body("{\"name\":null}").patch("/api/v1/users/me").then().log().all();
    given().auth().oauth2(t).get("/api/v1/users?search=my&limit=2").then().log().all();
    given().header("Refresh-Token", r).post("/api/v1/users/refresh-token").then().log().all();
    given().header("Refresh-Token", r).post("/api/v1/users/refresh-token").then().log().all();
    given().header("Refresh-Token", r).post("/api/v1/users/refresh-token").then().log().all();
    given().post("/api/v1/users/refresh-token").then().log().all();
    given().get("/.well-known/jwks.json").then().log().all();
  }
}
