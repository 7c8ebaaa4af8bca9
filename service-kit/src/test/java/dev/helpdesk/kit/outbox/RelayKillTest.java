package dev.helpdesk.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.helpdesk.contracts.Topics;
import dev.helpdesk.test.Broker;
import dev.helpdesk.test.FreshDatabase;
import dev.helpdesk.test.HelpdeskResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Two relays at a time, killed at every step, while writers write. */
@QuarkusTest
@QuarkusTestResource(HelpdeskResource.class)
class RelayKillTest {
  private static final int WRITERS = 3;

  private final String prefix = "kill-" + UUID.randomUUID() + "-";
  private final List<String> keys =
      IntStream.range(0, 20).mapToObj(i -> prefix + (char) ('a' + i)).toList();
  private final AtomicBoolean stop = new AtomicBoolean();
  private final FreshDatabase database = FreshDatabase.create();

  @Test
  void everyEventArrivesOnceAndInOrderWhereverRelaysDie() throws Exception {
    prepare();
    List<Writer> writers = writers();

    relayWhileDying(writers.stream().map(Thread::new).toList());

    List<ConsumerRecord<String, String>> firsts = firstOfEachEvent();
    assertThat(ids(firsts)).isEqualTo(committed(writers));
    assertThat(numbersByKey(firsts)).allSatisfy((key, numbers) -> assertGapless(numbers));
  }

  private List<Writer> writers() {
    return IntStream.range(0, WRITERS).mapToObj(i -> new Writer(database, keys, i, stop)).toList();
  }

  private void prepare() throws SQLException {
    Flyway.configure()
        .dataSource(database.jdbcUrl(), database.user(), database.password())
        .locations("classpath:db/kit")
        .load()
        .migrate();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE counter (key text PRIMARY KEY, n bigint NOT NULL)");
      for (String key : keys) {
        statement.execute("INSERT INTO counter VALUES ('" + key + "', 0)");
      }
    }
  }

  private void relayWhileDying(List<Thread> writers) throws Exception {
    try (RelaySlot first = new RelaySlot(database, 1);
        RelaySlot second = new RelaySlot(database, 2)) {
      writers.forEach(Thread::start);
      await()
          .atMost(Duration.ofMinutes(3))
          .pollInterval(Duration.ofMillis(20))
          .until(() -> bothDone(first, second));
      stop.set(true);
      for (Thread writer : writers) {
        writer.join();
      }
      await().atMost(Duration.ofSeconds(30)).until(this::isDrained);
      assertThat(first.allHalted() && second.allHalted()).isTrue();
    }
  }

  /** Both are asked each time, because asking is what replaces the dead. */
  private static boolean bothDone(RelaySlot first, RelaySlot second) throws IOException {
    boolean firstDone = first.tend();
    boolean secondDone = second.tend();
    return firstDone && secondDone;
  }

  private boolean isDrained() throws SQLException {
    try (Connection connection = database.connect();
        var rows = connection.createStatement().executeQuery("SELECT count(*) FROM outbox")) {
      rows.next();
      return rows.getInt(1) == 0;
    }
  }

  /** What the inbox lets through. */
  private List<ConsumerRecord<String, String>> firstOfEachEvent() {
    Set<UUID> seen = new HashSet<>();
    return Broker.read(Topics.TICKETS).stream()
        .filter(record -> record.key() != null && record.key().startsWith(prefix))
        .filter(record -> seen.add(id(record)))
        .toList();
  }

  private static Set<UUID> committed(List<Writer> writers) {
    Set<UUID> committed = new HashSet<>();
    writers.forEach(writer -> committed.addAll(writer.committed));
    return committed;
  }

  private static Set<UUID> ids(List<ConsumerRecord<String, String>> records) {
    Set<UUID> ids = new HashSet<>();
    records.forEach(record -> ids.add(id(record)));
    return ids;
  }

  private static Map<String, List<Long>> numbersByKey(
      List<ConsumerRecord<String, String>> records) {
    Map<String, List<Long>> numbers = new LinkedHashMap<>();
    records.forEach(
        record ->
            numbers
                .computeIfAbsent(record.key(), key -> new ArrayList<>())
                .add(event(record).path("data").path("number").asLong()));
    return numbers;
  }

  private static void assertGapless(List<Long> numbers) {
    assertThat(numbers).isEqualTo(LongStream.rangeClosed(1, numbers.size()).boxed().toList());
  }

  private static UUID id(ConsumerRecord<String, String> record) {
    return UUID.fromString(event(record).path("id").asText());
  }

  private static JsonNode event(ConsumerRecord<String, String> record) {
    try {
      return EventJson.MAPPER.readTree(record.value());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
