package dev.helpdesk.ticketing.github;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A webhook as GitHub sends it, from a payload among the resources. */
final class Hook {
  static final String NEW_SECRET = "the-secret-since-yesterday";
  static final String OLD_SECRET = "the-secret-until-yesterday";

  private final String event;
  private final Map<String, String> values = new HashMap<>();
  private String body;
  private String delivery = UUID.randomUUID().toString();

  private Hook(String event, String body) {
    this.event = event;
    this.body = body;
  }

  /** Named by event and action. */
  static Hook of(String name, String owner, String repo, int number) {
    try (InputStream in = Hook.class.getResourceAsStream("/github/" + name + ".json")) {
      String body = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new Hook(name.replaceAll("\\..*", ""), body)
          .with("owner", owner)
          .with("repo", repo)
          .with("number", Integer.toString(number))
          .with("login", "octocat")
          .with(
              "comment", Long.toString(Math.abs(UUID.randomUUID().getMostSignificantBits() >> 12)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Hook with(String name, String value) {
    values.put(name, value);
    return this;
  }

  Hook by(String login) {
    return with("login", login);
  }

  /** Replaces a piece of the payload that must be there. */
  Hook saying(String was, String is) {
    body = payload();
    assertThat(body).contains(was);
    body = body.replace(was, is);
    return this;
  }

  Hook delivered(String id) {
    delivery = id;
    return this;
  }

  String payload() {
    String filled = body;
    for (Map.Entry<String, String> value : values.entrySet()) {
      filled = filled.replace("${" + value.getKey() + "}", value.getValue());
    }
    return filled;
  }

  void send() {
    Response answer = sendWith(NEW_SECRET);
    answer.then().log().ifValidationFails().statusCode(200);
    assertThat(answer.jsonPath().getMap("")).isEqualTo(Map.of("success", true));
  }

  Response sendWith(String secret) {
    return sendSigned(payload(), sign(secret, payload()));
  }

  Response sendSigned(String text, String signature) {
    RequestSpecification request =
        given()
            .contentType("application/json")
            .header("X-GitHub-Event", event)
            .header("X-GitHub-Delivery", delivery);
    if (signature != null) {
      request.header("X-Hub-Signature-256", signature);
    }
    return request.body(text.getBytes(StandardCharsets.UTF_8)).post("/api/v1/github/webhook");
  }

  static String sign(String secret, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] sign = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return "sha256=" + HexFormat.of().formatHex(sign);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
