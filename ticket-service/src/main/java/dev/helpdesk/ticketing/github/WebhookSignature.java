package dev.helpdesk.ticketing.github;

import dev.helpdesk.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Whether a body comes from somebody who knows one of our secrets. */
@ApplicationScoped
class WebhookSignature {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String PREFIX = "sha256=";

  private final GithubSettings settings;

  WebhookSignature(GithubSettings settings) {
    this.settings = settings;
  }

  /** Every secret is tried, whether or not one held before: the time tells nothing. */
  void require(byte[] body, @Nullable String signature) {
    byte[] given = (signature == null ? "" : signature).getBytes(StandardCharsets.UTF_8);
    boolean holds = false;
    for (String secret : settings.secrets()) {
      holds |= MessageDigest.isEqual(sign(secret, body), given);
    }
    if (!holds) {
      throw new ProblemException(
          GithubError.WEBHOOK_SIGNATURE_INVALID,
          "X-Hub-Signature-256 is missing or not made with our secret.");
    }
  }

  private static byte[] sign(String secret, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return (PREFIX + HexFormat.of().formatHex(mac.doFinal(body)))
          .getBytes(StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HMAC with SHA-256", e);
    }
  }
}
