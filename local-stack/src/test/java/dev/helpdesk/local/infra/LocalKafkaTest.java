package dev.helpdesk.local.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalKafkaTest {

  static LocalKafka kafka;

  @BeforeAll
  static void start() throws IOException {
    kafka = LocalKafka.startTemporary();
    kafka.createHelpdeskTopics();
  }

  @AfterAll
  static void stop() {
    kafka.close();
  }

  @ParameterizedTest
  @CsvSource({
    "helpdesk.users, cleanup.policy, compact",
    "helpdesk.otps, retention.ms, 900000",
    "helpdesk.tickets, cleanup.policy, delete",
    "helpdesk.dead-letters, cleanup.policy, delete"
  })
  void createsTheTopicsOfTheSystem(String topic, String setting, String value) throws Exception {
    var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    try (var admin = admin()) {
      var description = admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic);
      assertThat(description.partitions()).hasSize(KafkaTopic.DEFAULT_PARTITIONS);
      var config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
      assertThat(config.get(setting).value()).isEqualTo(value);
    }
  }

  @Test
  void createsTopicsOnlyOnce() throws Exception {
    kafka.createHelpdeskTopics();
    try (var admin = admin()) {
      assertThat(admin.listTopics().names().get()).hasSize(4);
    }
  }

  @Test
  void doesNotMakeUpTopics() {
    try (var producer = producer()) {
      assertThatThrownBy(() -> producer.send(new ProducerRecord<>("typo", "x")).get())
          .hasRootCauseInstanceOf(UnknownTopicOrPartitionException.class);
    }
  }

  @Test
  void keepsRecordsThroughARestartOnTheSamePort() throws Exception {
    send("before");
    kafka.stop();
    assertThat(FreePort.isFree(kafka.port())).isTrue();
    kafka.start();
    send("after");
    assertThat(readAll(2)).containsExactly("before", "after");
  }

  private static void send(String value) throws ExecutionException, InterruptedException {
    try (var producer = producer()) {
      producer.send(new ProducerRecord<>("helpdesk.tickets", "key", value)).get();
    }
  }

  private static List<String> readAll(int count) {
    var values = new ArrayList<String>();
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", kafka.bootstrapServers(),
            "group.id", "test",
            "auto.offset.reset", "earliest");
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of("helpdesk.tickets"));
      long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      while (values.size() < count && System.nanoTime() < end) {
        consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
      }
    }
    return values;
  }

  private static Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
  }

  private static KafkaProducer<String, String> producer() {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", kafka.bootstrapServers(), "max.block.ms", "5000");
    return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
  }
}
