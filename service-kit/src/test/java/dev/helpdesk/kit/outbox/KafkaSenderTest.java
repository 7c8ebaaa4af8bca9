package dev.helpdesk.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Multi;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KafkaSenderTest {
  /** Nobody listens at port 1. */
  private final KafkaSender sender =
      new KafkaSender(Map.of("bootstrap.servers", "127.0.0.1:1"), Duration.ofSeconds(1));

  @AfterEach
  void close() {
    sender.close();
  }

  @Test
  void manyEventsFailTogetherAndNotOneAfterTheOther() {
    long begin = System.nanoTime();

    List<Boolean> failed =
        Multi.createFrom()
            .iterable(LongStream.range(0, 200).boxed().toList())
            .onItem()
            .transformToUni(
                i -> sender.send(row(i)).replaceWith(false).onFailure().recoverWithItem(true))
            .merge(256)
            .collect()
            .asList()
            .await()
            .atMost(Duration.ofSeconds(60));

    assertThat(failed).hasSize(200).doesNotContain(false);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
  }

  private static OutboxRow row(long position) {
    return new OutboxRow(position, UUID.randomUUID(), "topic", "key" + position, "{}", null);
  }
}
