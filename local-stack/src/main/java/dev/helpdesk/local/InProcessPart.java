package dev.helpdesk.local;

import dev.helpdesk.local.gateway.Gateway;
import dev.helpdesk.local.gateway.Routes;
import dev.helpdesk.local.gateway.Upstream;
import dev.helpdesk.local.infra.KafkaTopic;
import dev.helpdesk.local.infra.LocalInbox;
import dev.helpdesk.local.infra.LocalKafka;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A part that lives inside the stack's own process. */
final class InProcessPart implements Part {

  /** Starts what is stopped by closing it. */
  private interface Starter {
    Closeable start() throws IOException;
  }

  private final RunFile runFile;
  private final Starter starter;
  private @Nullable Closeable running;

  private InProcessPart(String name, String port, String health, Starter starter) {
    this.runFile = RunFile.of(name, ProcessHandle.current(), port, health);
    this.starter = starter;
  }

  static Part inbox(Settings settings) throws StackFailure {
    int http = settings.port(StackPort.INBOX);
    int smtp = settings.port(StackPort.SMTP);
    var folder = settings.folder().resolve("mail");
    return new InProcessPart(
        "inbox",
        http + "," + smtp,
        "http://127.0.0.1:" + http + "/health",
        () -> LocalInbox.start(smtp, http, folder)::close);
  }

  static Part gateway(Settings settings) throws StackFailure {
    int port = settings.port(StackPort.GATEWAY);
    var routes =
        new Routes(
            Upstream.local("auth", settings.port(StackPort.AUTH)),
            Upstream.local("ticket", settings.port(StackPort.TICKET)),
            Upstream.local("notification", settings.port(StackPort.NOTIFICATION)));
    Map<String, String> ports = new HashMap<>();
    for (StackPort each : StackPort.values()) {
      ports.put(each.part(), Integer.toString(settings.port(each)));
    }
    return new InProcessPart(
        "gateway",
        Integer.toString(port),
        "http://127.0.0.1:" + port + "/health",
        () -> Gateway.start(port, routes, ports)::close);
  }

  static Part kafka(Settings settings) throws StackFailure {
    int port = settings.port(StackPort.KAFKA);
    var folder = settings.folder().resolve("kafka");
    return new InProcessPart(
        "kafka", Integer.toString(port), "tcp://127.0.0.1:" + port, () -> startKafka(folder, port));
  }

  private static Closeable startKafka(Path folder, int port) throws IOException {
    var kafka = LocalKafka.start(folder, port);
    kafka.createHelpdeskTopics();
    return kafka::close;
  }

  /** A broker of the caller's own, which only gets our topics. */
  static Part ownKafka(String servers) {
    String first = servers.split(",", 2)[0];
    return new InProcessPart("kafka", first, "tcp://" + first, () -> useKafka(servers));
  }

  private static Closeable useKafka(String servers) throws IOException {
    LocalKafka.createTopics(servers, KafkaTopic.helpdesk(KafkaTopic.DEFAULT_PARTITIONS));
    return () -> {};
  }

  @Override
  public String name() {
    return runFile.part();
  }

  @Override
  public synchronized void start() throws IOException {
    running = starter.start();
  }

  @Override
  public synchronized void stop() throws IOException {
    if (running != null) {
      running.close();
      running = null;
    }
  }

  @Override
  public RunFile runFile() {
    return runFile;
  }
}
