package dev.helpdesk.kit.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.helpdesk.kit.problem.CommonError;
import dev.helpdesk.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeyRingTest {
  private static final Duration NEVER = Duration.ofHours(1);
  private static final Duration SHORT = Duration.ofMillis(100);
  private static final PublicKey KEY = FakeKeys.newPair().getPublic();

  private final FakeKeys source = new FakeKeys();

  @BeforeEach
  void publish() {
    source.keys.put("old", KEY);
  }

  @Test
  void manyWhoMissTheSameKeyCauseOneRead() {
    KeyRing ring = ring(NEVER, NEVER);
    source.slow = true;
    List<CompletableFuture<PublicKey>> askers =
        Stream.generate(() -> ring.find("old").subscribeAsCompletionStage()).limit(20).toList();

    source.answer();

    assertThat(askers).allSatisfy(asker -> assertThat(asker).isCompletedWithValue(KEY));
    assertThat(source.reads).isEqualTo(1);
  }

  @Test
  void unknownKeysAreNotAskedForTooOften() {
    KeyRing ring = ring(NEVER, NEVER);
    for (int i = 0; i < 20; i++) {
      assertThat(find(ring, "unknown" + i)).isNull();
    }

    assertThat(source.reads).isEqualTo(1);
  }

  @Test
  void aNewKeyIsPickedUp() {
    KeyRing ring = ring(SHORT, NEVER);
    find(ring, "old");
    source.keys.put("new", KEY);

    await().untilAsserted(() -> assertThat(find(ring, "new")).isEqualTo(KEY));
  }

  @Test
  void aWithdrawnKeyStopsToHold() {
    KeyRing ring = ring(Duration.ZERO, SHORT);
    assertThat(find(ring, "old")).isEqualTo(KEY);
    source.keys.clear();

    await().untilAsserted(() -> assertThat(find(ring, "old")).isNull());
  }

  @Test
  void knownKeysHoldWhileTheirSourceIsDown() {
    KeyRing ring = ring(Duration.ZERO, Duration.ZERO);
    find(ring, "old");
    source.down = true;

    assertThat(find(ring, "old")).isEqualTo(KEY);
    assertThat(find(ring, "old")).isEqualTo(KEY);
    assertThat(source.reads).isGreaterThan(1);
  }

  @Test
  void unknownKeysAreNotJudgedWhileTheirSourceIsDown() {
    KeyRing ring = ring(NEVER, NEVER);
    source.down = true;

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> find(ring, "unknown"))
          .isInstanceOfSatisfying(
              ProblemException.class,
              problem -> assertThat(problem.code()).isEqualTo(CommonError.SERVICE_UNAVAILABLE));
    }
    assertThat(source.reads).isEqualTo(1);
  }

  @Test
  void allIsWellOnceTheSourceIsBack() {
    KeyRing ring = ring(SHORT, NEVER);
    source.down = true;
    assertThatThrownBy(() -> find(ring, "old")).isInstanceOf(ProblemException.class);
    source.down = false;

    await().ignoreExceptions().untilAsserted(() -> assertThat(find(ring, "old")).isEqualTo(KEY));
  }

  private KeyRing ring(Duration minAge, Duration maxAge) {
    return new KeyRing(source, FakeKeys.settings(minAge, maxAge));
  }

  private static @Nullable PublicKey find(KeyRing ring, String id) {
    Uni<PublicKey> found = ring.find(id);
    return found.await().atMost(Duration.ofSeconds(5));
  }
}
