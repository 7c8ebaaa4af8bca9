package dev.helpdesk.auth.otp;

import dev.helpdesk.contracts.otp.OtpPurpose;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes and hashes codes. The hash is keyed (HMAC) rather than slow: of a million codes a slow hash
 * hides none from who reads the table, while a key that is not in the table does. And it needs no
 * turn on the password threads, so that guesses can be counted and judged in one transaction.
 */
@ApplicationScoped
class OtpCodes {
  private static final String ALGORITHM = "HmacSHA256";

  private final SecureRandom random = new SecureRandom();
  private final SecretKeySpec key;

  OtpCodes(OtpSettings settings) {
    this.key = new SecretKeySpec(settings.key().getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  String next() {
    return "%06d".formatted(random.nextInt(1_000_000));
  }

  /** Bound to the address and the purpose: a code opens nothing else. */
  byte[] hash(String email, OtpPurpose purpose, String code) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal((purpose + "\n" + email + "\n" + code).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + ALGORITHM, e);
    }
  }
}
