package dev.helpdesk.kit.security;

import dev.helpdesk.test.Tokens;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A token put together by hand, for what no honest builder makes. */
final class RawToken {
  private final JsonObject header =
      new JsonObject().put("alg", "RS256").put("kid", Tokens.keyId()).put("typ", "JWT");
  private final JsonObject claims =
      new JsonObject()
          .put("iss", Tokens.ISSUER)
          .put("aud", Tokens.AUDIENCE)
          .put("sub", UUID.randomUUID().toString())
          .put("upn", "a@example.org")
          .put("groups", List.of("user"))
          .put("iat", Instant.now().getEpochSecond())
          .put("exp", Instant.now().getEpochSecond() + 900);

  static RawToken good() {
    return new RawToken();
  }

  RawToken with(String claim, Object value) {
    claims.put(claim, value);
    return this;
  }

  RawToken without(String claim) {
    claims.remove(claim);
    return this;
  }

  RawToken header(String name, Object value) {
    header.put(name, value);
    return this;
  }

  /** Signed with the key that services of the test run trust. */
  String signed() {
    byte[] key = Base64.getDecoder().decode(System.getProperty("helpdesk.test.key"));
    try {
      return signed(KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  String signed(PrivateKey key) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(content().getBytes(StandardCharsets.US_ASCII));
      return content() + "." + text(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  String unsigned() {
    header.put("alg", "none");
    return content() + ".";
  }

  /** Takes the public key, which everybody knows, for a shared secret. */
  String signedWithPublicKey() {
    header.put("alg", "HS256");
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Tokens.publicKey(), "HmacSHA256"));
      return content() + "." + text(mac.doFinal(content().getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The claims of this one under the signature of another. */
  String tampered() {
    String other = good().signed();
    return content() + other.substring(other.lastIndexOf('.'));
  }

  private String content() {
    return text(header) + "." + text(claims);
  }

  private static String text(JsonObject json) {
    return text(json.encode().getBytes(StandardCharsets.UTF_8));
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
