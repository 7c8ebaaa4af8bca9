package dev.helpdesk.kit.security;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.net.ConnectException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** auth-service's keys, under the hand of the test. */
final class FakeKeys implements VerificationKeys {
  final Map<String, PublicKey> keys = new HashMap<>();
  int reads;
  boolean down;

  /** True holds answers back until {@link #answer()}. */
  boolean slow;

  private UniEmitter<? super Map<String, PublicKey>> waiting;

  @Override
  public Uni<Map<String, PublicKey>> read() {
    return Uni.createFrom()
        .emitter(
            emitter -> {
              reads++;
              waiting = emitter;
              if (!slow) {
                answer();
              }
            });
  }

  void answer() {
    if (down) {
      waiting.fail(new ConnectException("down"));
    } else {
      waiting.complete(Map.copyOf(keys));
    }
  }

  static KeyPair newPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static SecuritySettings settings(Duration minAge, Duration maxAge) {
    return new SecuritySettings() {
      @Override
      public String issuer() {
        return dev.helpdesk.test.Tokens.ISSUER;
      }

      @Override
      public String audience() {
        return dev.helpdesk.test.Tokens.AUDIENCE;
      }

      @Override
      public Duration keysMaxAge() {
        return maxAge;
      }

      @Override
      public Duration keysMinAge() {
        return minAge;
      }

      @Override
      public long rememberedTokens() {
        return 100;
      }
    };
  }
}
