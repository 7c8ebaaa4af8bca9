package dev.helpdesk.auth.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PemTest {
  @Test
  void bothHalvesComeBackAsTheyWere() {
    KeyPair pair = Pem.generate();
    assertThat(Pem.privateKey(Pem.of(pair.getPrivate()))).isEqualTo(pair.getPrivate());
    assertThat(Pem.publicKey(Pem.of(pair.getPublic()))).isEqualTo(pair.getPublic());
    assertThat(Pem.publicHalf(pair.getPrivate())).isEqualTo(pair.getPublic());
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA,1024", "EC,256"})
  void aKeyThatSignsNothingHereIsRefused(String kind) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(kind.split(",")[0]);
    generator.initialize(Integer.parseInt(kind.split(",")[1]));
    String pem = Pem.of(generator.generateKeyPair().getPrivate());
    assertThatThrownBy(() -> Pem.privateKey(pem)).isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "nonsense", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"})
  void whatIsNoKeyIsRefused(String text) {
    assertThatThrownBy(() -> Pem.privateKey(text)).isInstanceOf(IllegalStateException.class);
  }
}
