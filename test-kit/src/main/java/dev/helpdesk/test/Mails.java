package dev.helpdesk.test;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/** Reads the inbox that the service under test mails to. */
public final class Mails {
  private Mails() {}

  /** Waits for the first mail to an address and gives its text. */
  public static String textTo(String address) {
    List<String> ids = waitFor(address, 1);
    return message(ids.get(0)).getString("Text");
  }

  /** Waits until that many mails have come to an address; their ids, newest first. */
  public static List<String> waitFor(String address, int count) {
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> idsTo(address).size() >= count);
    return idsTo(address);
  }

  public static List<String> idsTo(String address) {
    return given().get("/api/v1/search?query=to:" + address).jsonPath().getList("messages.ID");
  }

  public static JsonPath message(String id) {
    return given().get("/api/v1/message/" + id).jsonPath();
  }

  public static JsonPath headers(String id) {
    return given().get("/api/v1/message/" + id + "/headers").jsonPath();
  }

  private static io.restassured.specification.RequestSpecification given() {
    return RestAssured.given().baseUri(System.getProperty("helpdesk.test.inbox"));
  }
}
