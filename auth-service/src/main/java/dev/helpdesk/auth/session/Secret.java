package dev.helpdesk.auth.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A secret of 256 random bits for a client to keep. We keep its SHA-256 alone; a slow hash would
 * add nothing to that many bits.
 */
public final class Secret {
  private static final int BYTES = 32;

  private Secret() {}

  public static String next() {
    byte[] bytes = new byte[BYTES];
    // A new one each time: one that a class holds would be seeded while a native image is built.
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  public static byte[] hash(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
