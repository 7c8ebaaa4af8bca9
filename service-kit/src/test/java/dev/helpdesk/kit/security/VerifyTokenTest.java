package dev.helpdesk.kit.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.helpdesk.kit.problem.CommonError;
import dev.helpdesk.kit.problem.ProblemException;
import dev.helpdesk.test.Tokens;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.smallrye.jwt.auth.principal.DefaultJWTParser;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A remembered token holds no longer than one that is verified anew. */
class VerifyTokenTest {
  private static final KeyPair PAIR = FakeKeys.newPair();

  private final FakeKeys keys = new FakeKeys();
  private final SecuritySettings settings = FakeKeys.settings(Duration.ZERO, Duration.ZERO);
  private final VerifyToken verifier =
      new VerifyToken(new KeyRing(keys, settings), new DefaultJWTParser(), settings);

  @Test
  void isRememberedAsTheSameIdentity() {
    keys.keys.put(Tokens.keyId(), PAIR.getPublic());
    String token = RawToken.good().signed(PAIR.getPrivate());

    assertThat(verify(token)).isSameAs(verify(token));
  }

  @Test
  void expiresAllTheSame() {
    keys.keys.put(Tokens.keyId(), PAIR.getPublic());
    String token =
        RawToken.good()
            .with("exp", Instant.now().plusSeconds(2).getEpochSecond())
            .signed(PAIR.getPrivate());
    verify(token);

    await().untilAsserted(() -> assertThatThrownBy(() -> verify(token)).satisfies(this::isExpired));
  }

  @Test
  void endsWithItsKey() {
    keys.keys.put(Tokens.keyId(), PAIR.getPublic());
    String token = RawToken.good().signed(PAIR.getPrivate());
    verify(token);
    keys.keys.clear();

    await()
        .untilAsserted(
            () ->
                assertThatThrownBy(() -> verify(token))
                    .isInstanceOf(AuthenticationFailedException.class));
  }

  @Test
  void endsOnceAnotherKeyTakesTheName() {
    keys.keys.put(Tokens.keyId(), PAIR.getPublic());
    String token = RawToken.good().signed(PAIR.getPrivate());
    verify(token);
    keys.keys.put(Tokens.keyId(), FakeKeys.newPair().getPublic());

    await()
        .untilAsserted(
            () ->
                assertThatThrownBy(() -> verify(token))
                    .isInstanceOf(AuthenticationFailedException.class));
  }

  private void isExpired(Throwable failure) {
    assertThat(failure.getCause())
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.code()).isEqualTo(CommonError.TOKEN_EXPIRED));
  }

  private SecurityIdentity verify(String token) {
    TokenCredential credential = new TokenCredential(token, "bearer");
    return verifier
        .authenticate(
            new TokenAuthenticationRequest(credential), work -> work.get() == null ? null : null)
        .await()
        .atMost(Duration.ofSeconds(5));
  }
}
