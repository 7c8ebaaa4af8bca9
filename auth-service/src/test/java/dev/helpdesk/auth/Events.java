package dev.helpdesk.auth;

import dev.helpdesk.contracts.Topics;
import dev.helpdesk.test.Broker;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;

/** Follows what the service publishes, from the beginning, for the whole test run. */
public final class Events {
  /** One event as it stands on the broker. */
  public record Seen(String topic, String key, JsonPath envelope) {
    public String type() {
      return envelope.getString("type");
    }

    public String data(String field) {
      return envelope.getString("data." + field);
    }
  }

  private static final List<Seen> SEEN = new CopyOnWriteArrayList<>();

  static {
    Thread follower = new Thread(Events::follow, "events");
    follower.setDaemon(true);
    follower.start();
  }

  private Events() {}

  private static void follow() {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", Broker.servers(), "auto.offset.reset", "earliest");
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions =
          List.of(Topics.USERS, Topics.OTPS).stream()
              .flatMap(topic -> consumer.partitionsFor(topic).stream())
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (true) {
        consumer
            .poll(Duration.ofMillis(100))
            .forEach(r -> SEEN.add(new Seen(r.topic(), r.key(), new JsonPath(r.value()))));
      }
    }
  }

  public static List<Seen> of(String key) {
    return SEEN.stream().filter(seen -> seen.key().equals(key)).toList();
  }

  public static List<Seen> await(String key, int count) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> of(key).size() >= count);
    return of(key);
  }

  /** The newest code that was sent to an address. */
  public static String code(String email, int count) {
    return await(email, count).get(count - 1).data("code");
  }

  public static String code(String email) {
    return code(email, 1);
  }
}
