package dev.helpdesk.test;

import dev.helpdesk.contracts.user.Role;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;

/**
 * Access tokens as auth-service issues them, signed with a key that the service under test trusts.
 */
public final class Tokens {
  public static final String ISSUER = "https://helpdesk.dev";
  public static final String AUDIENCE = "helpdesk";

  private Tokens() {}

  public static String of(UUID id, String email, Role role) {
    return sign(claims(id, email, role));
  }

  public static String user() {
    return of(UUID.randomUUID(), "user-" + UUID.randomUUID() + "@example.org", Role.USER);
  }

  public static String agent() {
    return of(UUID.randomUUID(), "agent-" + UUID.randomUUID() + "@example.org", Role.AGENT);
  }

  public static String admin() {
    return of(UUID.randomUUID(), "admin-" + UUID.randomUUID() + "@example.org", Role.ADMIN);
  }

  /** Good claims, for a test to spoil. */
  public static JwtClaimsBuilder claims(UUID id, String email, Role role) {
    Instant now = Instant.now();
    return Jwt.claims()
        .issuer(ISSUER)
        .audience(AUDIENCE)
        .subject(id.toString())
        .upn(email)
        .groups(Set.of(role.wire()))
        .issuedAt(now)
        .expiresAt(now.plusSeconds(900));
  }

  public static String sign(JwtClaimsBuilder claims) {
    return claims.jws().keyId(KeyServer.KEY_ID).sign(key());
  }

  public static String keyId() {
    return KeyServer.KEY_ID;
  }

  public static PrivateKey foreignKey() {
    return KeyServer.newPair().getPrivate();
  }

  /** The public key as bytes, which an attacker may use as an HMAC secret. */
  public static byte[] publicKey() {
    return Base64.getDecoder().decode(System.getProperty("helpdesk.test.public-key"));
  }

  private static PrivateKey key() {
    try {
      byte[] encoded = Base64.getDecoder().decode(System.getProperty("helpdesk.test.key"));
      return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The test's key cannot be read", e);
    }
  }
}
