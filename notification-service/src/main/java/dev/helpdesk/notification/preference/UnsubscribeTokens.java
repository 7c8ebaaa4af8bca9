package dev.helpdesk.notification.preference;

import dev.helpdesk.notification.notice.NoticeType;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Signed names of somebody and a type of mail. They hold for ever, because an old mail's link must
 * still work, and let their holder do no more than to silence that mail.
 */
@ApplicationScoped
public class UnsubscribeTokens {
  private static final int SIGNATURE = 16;
  private static final int ID = 16;

  private final SecretKeySpec key;

  UnsubscribeTokens(UnsubscribeSettings settings) {
    this.key = new SecretKeySpec(settings.key().getBytes(StandardCharsets.UTF_8), "HmacSHA256");
  }

  /** Whose mail of which type. */
  record Subscription(UUID user, NoticeType type) {}

  public String issue(UUID user, NoticeType type) {
    byte[] name = type.wire().getBytes(StandardCharsets.UTF_8);
    byte[] content =
        ByteBuffer.allocate(ID + name.length)
            .putLong(user.getMostSignificantBits())
            .putLong(user.getLeastSignificantBits())
            .put(name)
            .array();
    byte[] token = Arrays.copyOf(sign(content), SIGNATURE + content.length);
    System.arraycopy(content, 0, token, SIGNATURE, content.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  /** Null for what we did not issue. */
  @Nullable Subscription find(String token) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(token);
      byte[] content = Arrays.copyOfRange(bytes, SIGNATURE, bytes.length);
      if (!MessageDigest.isEqual(sign(content), Arrays.copyOf(bytes, SIGNATURE))) {
        return null;
      }
      ByteBuffer buffer = ByteBuffer.wrap(content);
      UUID user = new UUID(buffer.getLong(), buffer.getLong());
      String type = StandardCharsets.UTF_8.decode(buffer).toString();
      return new Subscription(user, NoticeType.of(type));
    } catch (RuntimeException e) {
      return null;
    }
  }

  private byte[] sign(byte[] content) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return Arrays.copyOf(mac.doFinal(content), SIGNATURE);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HmacSHA256", e);
    }
  }
}
