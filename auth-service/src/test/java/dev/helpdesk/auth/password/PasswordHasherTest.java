package dev.helpdesk.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PasswordHasherTest {
  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final PasswordHasher hasher = new PasswordHasher(settings(), meters);

  @AfterEach
  void stop() {
    hasher.stop();
  }

  @Test
  void refusesAtOnceWhatItHasNoRoomFor() {
    List<Uni<String>> asked =
        IntStream.range(0, 10)
            .mapToObj(i -> hasher.hash("Analytical-1843").memoize().indefinitely())
            .toList();
    long start = System.nanoTime();
    asked.forEach(hash -> hash.subscribe().with(x -> {}, x -> {}));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    assertThat(asked.stream().filter(PasswordHasherTest::isRefused)).hasSizeBetween(5, 7);
  }

  @Test
  void nobodyHasNoPasswordAndCostsAsMuchAsSomebody() {
    String hash = hasher.hash("Analytical-1843").await().indefinitely();
    for (String somebody : new String[] {hash, null}) {
      assertThat(hasher.matches("nobody's password", somebody).await().indefinitely()).isFalse();
    }
    assertThat(meters.get("helpdesk.password").tags("work", "compare").timers())
        .singleElement()
        .satisfies(timer -> assertThat(timer.count()).isEqualTo(2))
        .satisfies(timer -> assertThat(timer.getId().getTag("cost")).isEqualTo("11"));
  }

  @Test
  void knowsItsOwnHashes() {
    String hash = hasher.hash("Analytical-1843").await().indefinitely();
    assertThat(hasher.matches("Analytical-1843", hash).await().indefinitely()).isTrue();
    assertThat(hasher.matches("Analytical-1844", hash).await().indefinitely()).isFalse();
    assertThat(hasher.isOutdated(hash)).isFalse();
    assertThat(hasher.isOutdated(hash.replace("$2a$11$", "$2a$10$"))).isTrue();
  }

  private static boolean isRefused(Uni<String> hash) {
    return hash.map(x -> false)
        .onFailure(RejectedExecutionException.class)
        .recoverWithItem(true)
        .await()
        .indefinitely();
  }

  private static PasswordSettings settings() {
    return new PasswordSettings() {
      @Override
      public int cost() {
        return 11;
      }

      @Override
      public OptionalInt threads() {
        return OptionalInt.of(1);
      }

      @Override
      public int queue() {
        return 3;
      }
    };
  }
}
