package dev.helpdesk.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CountingSenderTest {
  private static final String EVENT =
      """
      {"specversion":"1.0","id":"x","extension":{"type":"inner"},"type":"helpdesk.thing.made.v1",\
      "data":{"type":"last"}}""";

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  @Test
  void countsWhatTheBrokerTookByType() {
    var sender = new CountingSender(broker(Uni.createFrom().voidItem()), meters);

    sender.send(row(EVENT)).await().indefinitely();
    sender.send(row(EVENT)).await().indefinitely();

    assertThat(meters.get("helpdesk.events").tag("type", "helpdesk.thing.made.v1").counter())
        .satisfies(counter -> assertThat(counter.count()).isEqualTo(2));
  }

  @Test
  void doesNotCountWhatTheBrokerRefused() {
    var sender =
        new CountingSender(broker(Uni.createFrom().failure(new IllegalStateException())), meters);

    sender.send(row(EVENT)).onFailure().recoverWithNull().await().indefinitely();

    assertThat(meters.getMeters()).isEmpty();
  }

  @Test
  void readsNoTypeFromWhatIsNoEvent() {
    assertThat(CountingSender.typeOf("{\"data\":{\"type\":\"inner\"}}")).isEqualTo("unknown");
    assertThat(CountingSender.typeOf("{broken")).isEqualTo("unknown");
  }

  private static OutboxRow row(String payload) {
    return new OutboxRow(1, UUID.randomUUID(), "topic", "key", payload, null);
  }

  private static EventSender broker(Uni<Void> answer) {
    return new EventSender() {
      @Override
      public Uni<Void> send(OutboxRow row) {
        return answer;
      }

      @Override
      public void close() {}
    };
  }
}
