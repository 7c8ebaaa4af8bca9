package dev.helpdesk.auth.token;

import static dev.helpdesk.test.Problems.assertProblem;

import dev.helpdesk.auth.Api;
import dev.helpdesk.auth.AuthTest;
import dev.helpdesk.auth.Database;
import dev.helpdesk.auth.Person;
import dev.helpdesk.contracts.user.Role;
import dev.helpdesk.test.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What attackers send; the service's own key signs what an attacker could not, to be sure why. */
@QuarkusTest
class TokenAttackTest extends AuthTest {
  private Person person;

  @BeforeEach
  void meet() {
    person = Person.user();
  }

  @Test
  void unsigned() {
    String header = base64("{\"alg\":\"none\",\"kid\":\"" + kid() + "\"}");
    for (String signature : new String[] {"", person.token().split("\\.")[2]}) {
      refuse(header + "." + person.token().split("\\.")[1] + "." + signature, "TOKEN_INVALID");
    }
  }

  @Test
  void signedWithThePublicKeyAsASecret() {
    for (byte[] secret :
        new byte[][] {
          publicPem().getBytes(StandardCharsets.UTF_8), Pem.publicKey(publicPem()).getEncoded()
        }) {
      refuse(
          good().jws().keyId(kid()).sign(new SecretKeySpec(secret, "HmacSHA256")), "TOKEN_INVALID");
    }
  }

  @Test
  void foreignIssuerAudienceOrKey() {
    refuse(sign(good().issuer("https://evil.example.org")), "TOKEN_INVALID");
    refuse(sign(good().audience("another")), "TOKEN_INVALID");
    refuse(good().jws().keyId(kid()).sign(Tokens.foreignKey()), "TOKEN_INVALID");
    refuse(good().jws().keyId("unknown").sign(Tokens.foreignKey()), "TOKEN_INVALID");
    refuse(good().jws().sign(Tokens.foreignKey()), "TOKEN_INVALID");
  }

  @Test
  void expired() {
    Instant past = Instant.now().minusSeconds(1000);
    refuse(sign(good().issuedAt(past).expiresAt(past.plusSeconds(900))), "TOKEN_EXPIRED");
  }

  @Test
  void notYetValid() {
    refuse(
        sign(good().claim("nbf", Instant.now().plusSeconds(60).getEpochSecond())), "TOKEN_INVALID");
  }

  @Test
  void tampered() {
    String[] parts = person.token().split("\\.");
    String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    String admin = base64(claims.replace("\"user\"", "\"admin\""));
    refuse(parts[0] + "." + admin + "." + parts[2], "TOKEN_INVALID");
    String signature = (parts[2].charAt(0) == 'A' ? "B" : "A") + parts[2].substring(1);
    refuse(parts[0] + "." + parts[1] + "." + signature, "TOKEN_INVALID");
  }

  @Test
  void withoutASubjectOrRole() {
    Map<String, Object> claims = Map.of("groups", java.util.List.of("admin"));
    refuse(
        sign(Jwt.claims(claims).issuer(Tokens.ISSUER).audience(Tokens.AUDIENCE)), "TOKEN_INVALID");
    refuse(sign(good().groups("root")), "TOKEN_INVALID");
    refuse(sign(good().subject("admin")), "TOKEN_INVALID");
  }

  @Test
  void ofSomebodyWhoIsNoMore() {
    refuse(sign(Tokens.claims(UUID.randomUUID(), "a@b", Role.ADMIN)), "TOKEN_INVALID");
  }

  @Test
  void theGoodOneWorks() {
    Api.as(sign(good())).get("/api/v1/users/me").then().statusCode(200);
  }

  private JwtClaimsBuilder good() {
    return Tokens.claims(UUID.fromString(person.id()), person.email(), Role.USER);
  }

  private static String sign(JwtClaimsBuilder claims) {
    String pem = current("private_key");
    return claims.jws().keyId(kid()).sign(Pem.privateKey(pem));
  }

  private static String kid() {
    return current("kid");
  }

  private static String publicPem() {
    return current("public_key");
  }

  private static String current(String column) {
    return Database.rows(
            "SELECT * FROM signing_key WHERE signs_from <= now() ORDER BY signs_from DESC LIMIT 1")
        .get(0)
        .getString(column);
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void refuse(String token, String code) {
    assertProblem(Api.as(token).get("/api/v1/users/me"), 401, code);
  }
}
