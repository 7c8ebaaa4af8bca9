package dev.helpdesk.local.infra;

import java.nio.file.Path;
import java.util.Properties;

/**
 * A single KRaft node, broker and controller in one, that is small in memory and quick to start.
 */
final class KafkaSettings {

  private KafkaSettings() {}

  static Properties of(Path data, int clientPort, int controllerPort) {
    var settings = new Properties();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", "1");
    settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
    settings.put("controller.listener.names", "CONTROLLER");
    String controller = "CONTROLLER://127.0.0.1:" + controllerPort;
    settings.put("listeners", "PLAINTEXT://127.0.0.1:" + clientPort + "," + controller);
    settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + clientPort);
    settings.put("log.dirs", data.toString());
    settings.put("auto.create.topics.enable", "false");
    replicateOnce(settings);
    boundMemory(settings);
    return settings;
  }

  private static void replicateOnce(Properties settings) {
    settings.put("default.replication.factor", "1");
    settings.put("min.insync.replicas", "1");
    settings.put("offsets.topic.replication.factor", "1");
    settings.put("transaction.state.log.replication.factor", "1");
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("share.coordinator.state.topic.replication.factor", "1");
    settings.put("share.coordinator.state.topic.min.isr", "1");
  }

  private static void boundMemory(Properties settings) {
    settings.put("num.partitions", "1");
    settings.put("offsets.topic.num.partitions", "4");
    settings.put("transaction.state.log.num.partitions", "2");
    settings.put("num.network.threads", "2");
    settings.put("num.io.threads", "2");
    settings.put("background.threads", "2");
    settings.put("log.cleaner.threads", "1");
    // The default of 128 MiB is for millions of keys.
    settings.put("log.cleaner.dedupe.buffer.size", "2097152");
    settings.put("log.index.size.max.bytes", "1048576");
    settings.put("log.segment.bytes", "67108864");
    // A lone developer's consumer has nobody to wait for.
    settings.put("group.initial.rebalance.delay.ms", "0");
    settings.put("group.coordinator.threads", "1");
  }
}
