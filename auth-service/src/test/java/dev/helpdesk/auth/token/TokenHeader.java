package dev.helpdesk.auth.token;

import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What a token says of itself before its claims. */
final class TokenHeader {
  private TokenHeader() {}

  static String kidOf(String token) {
    byte[] header = Base64.getUrlDecoder().decode(token.split("\\.")[0]);
    return new JsonPath(new String(header, StandardCharsets.UTF_8)).getString("kid");
  }
}
