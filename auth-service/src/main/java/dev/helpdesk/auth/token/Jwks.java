package dev.helpdesk.auth.token;

import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Public keys as RFC 7517 has them. */
record Jwks(List<Jwk> keys) {

  /** One RSA key. */
  record Jwk(String kty, String use, String alg, String kid, String n, String e) {
    static Jwk from(SigningKey key) {
      RSAPublicKey rsa = (RSAPublicKey) key.publicKey();
      return new Jwk(
          "RSA", "sig", "RS256", key.kid(), text(rsa.getModulus()), text(rsa.getPublicExponent()));
    }
  }

  static Jwks from(List<SigningKey> keys) {
    return new Jwks(keys.stream().filter(SigningKey::isPublished).map(Jwk::from).toList());
  }

  /** Unsigned, big-endian, without the sign byte that Java puts before. */
  private static String text(BigInteger number) {
    byte[] bytes = number.toByteArray();
    byte[] unsigned = bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    return Base64.getUrlEncoder().withoutPadding().encodeToString(unsigned);
  }
}
