package dev.helpdesk.test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/** Writes to and reads from the broker of the test run, as another service would. */
public final class Broker {
  private Broker() {}

  public static String servers() {
    return System.getProperty("helpdesk.test.kafka");
  }

  public static void send(String topic, String key, String value) {
    Map<String, Object> settings = Map.of("bootstrap.servers", servers());
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(topic, key, value)).get();
    } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException("The broker did not take the record", e);
    }
  }

  /** All records of a topic so far, in order per partition. */
  public static List<ConsumerRecord<String, String>> read(String topic) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", servers(), "auto.offset.reset", "earliest");
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream().map(Broker::partition).toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, String>> records = new ArrayList<>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
      }
      return records;
    }
  }

  /** Waits for records that match. */
  public static List<ConsumerRecord<String, String>> await(
      String topic, int count, Predicate<ConsumerRecord<String, String>> wanted) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> matching(topic, wanted).count() >= count);
    return matching(topic, wanted).toList();
  }

  private static Stream<ConsumerRecord<String, String>> matching(
      String topic, Predicate<ConsumerRecord<String, String>> wanted) {
    return read(topic).stream().filter(wanted);
  }

  private static TopicPartition partition(PartitionInfo info) {
    return new TopicPartition(info.topic(), info.partition());
  }
}
