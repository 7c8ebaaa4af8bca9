package dev.helpdesk.local.infra;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;

/** A Kafka broker of our own in this process, with its data in a folder. */
public final class LocalKafka implements AutoCloseable {

  // Held here, because a logger that nobody holds forgets its level.
  private static final List<Logger> CHATTY =
      Stream.of("kafka", "org.apache.kafka", "state.change.logger").map(Logger::getLogger).toList();

  private final Path data;
  private final int port;
  private final @Nullable Path temporary;
  private @Nullable KafkaRaftServer server;

  private LocalKafka(Path data, int port, @Nullable Path temporary) {
    this.data = data.toAbsolutePath();
    this.port = FreePort.orFind(port);
    this.temporary = temporary;
  }

  /** On a free port; the data goes away with {@link #close()}. */
  public static LocalKafka startTemporary() throws IOException {
    Path folder = Folders.temporary("helpdesk-kafka");
    var kafka = new LocalKafka(folder.resolve("data"), 0, folder);
    kafka.start();
    return kafka;
  }

  /** Port 0 takes a free one. */
  public static LocalKafka start(Path data, int port) throws IOException {
    var kafka = new LocalKafka(data, port, null);
    kafka.start();
    return kafka;
  }

  /** Starts the broker (again) on the same port and data. */
  public synchronized void start() throws IOException {
    if (server != null) {
      return;
    }
    CHATTY.forEach(logger -> logger.setLevel(Level.WARNING));
    // The broker finds its own parts by the thread's class loader, which need not be ours.
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(LocalKafka.class.getClassLoader());
    try {
      startBroker();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private void startBroker() throws IOException {
    var settings = KafkaSettings.of(data, port, FreePort.find());
    formatOnce(settings);
    var starting = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
    server = starting;
    try {
      starting.startup();
    } catch (RuntimeException e) {
      stop();
      throw e;
    }
  }

  public synchronized void stop() {
    if (server != null) {
      server.shutdown();
      server.awaitShutdown();
      server = null;
    }
  }

  public int port() {
    return port;
  }

  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  public void createHelpdeskTopics() throws IOException {
    createTopics(KafkaTopic.helpdesk(KafkaTopic.DEFAULT_PARTITIONS));
  }

  /** Topics that are there already stay as they are. */
  public void createTopics(List<KafkaTopic> topics) throws IOException {
    createTopics(bootstrapServers(), topics);
  }

  public static void createTopics(String bootstrapServers, List<KafkaTopic> topics)
      throws IOException {
    var wanted =
        topics.stream()
            .map(t -> new NewTopic(t.name(), t.partitions(), (short) 1).configs(t.config()))
            .toList();
    try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      for (var creation : admin.createTopics(wanted).values().values()) {
        try {
          creation.get();
        } catch (ExecutionException e) {
          if (!(e.getCause() instanceof TopicExistsException)) {
            throw new IOException("cannot create the topics", e.getCause());
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private void formatOnce(Properties settings) throws IOException {
    if (Files.exists(data.resolve("meta.properties"))) {
      return;
    }
    Files.createDirectories(data);
    Path file = Files.createTempFile("helpdesk-kafka", ".properties");
    try (var out = Files.newOutputStream(file)) {
      settings.store(out, null);
      format(file);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static void format(Path settings) throws IOException {
    var said = new ByteArrayOutputStream();
    var id = Uuid.randomUuid().toString();
    String[] command = {"format", "--cluster-id", id, "--config", settings.toString()};
    if (StorageTool.execute(command, new PrintStream(said, true, StandardCharsets.UTF_8)) != 0) {
      throw new IOException(
          "cannot format Kafka's storage: " + said.toString(StandardCharsets.UTF_8));
    }
  }

  @Override
  public void close() {
    stop();
    try {
      if (temporary != null) {
        Folders.delete(temporary);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
