package dev.helpdesk.test;

import dev.helpdesk.local.infra.CuttableProxy;
import dev.helpdesk.local.infra.LocalInbox;
import dev.helpdesk.local.infra.LocalKafka;
import dev.helpdesk.local.infra.LocalPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One PostgreSQL, one Kafka, one inbox and one set of keys for the whole test run of a module. */
final class Infrastructure {
  private static final String OWNER = "ticket";
  private static @Nullable Infrastructure running;

  final LocalPostgres postgres;
  final CuttableProxy database;
  final LocalKafka kafka;
  final LocalInbox inbox;
  final KeyServer keys;
  private final AtomicInteger databases = new AtomicInteger();

  private Infrastructure() throws IOException {
    CompletableFuture<LocalKafka> broker = CompletableFuture.supplyAsync(Infrastructure::kafka);
    this.postgres = postgres();
    this.database = CuttableProxy.to("127.0.0.1", postgres.port());
    this.inbox = LocalInbox.startTemporary();
    this.keys = KeyServer.start();
    this.kafka = broker.join();
    kafka.createHelpdeskTopics();
    keys.control("/database/cut", database::cut);
    keys.control("/database/hang", database::hang);
    keys.control("/database/restore", database::restore);
    keys.answer("/database/fresh", this::freshDatabase);
    keys.control("/kafka/stop", kafka::stop);
    keys.control("/kafka/start", kafka::start);
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  static synchronized Infrastructure get() {
    if (running == null) {
      try {
        running = new Infrastructure();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return running;
  }

  private String freshDatabase() throws IOException {
    String name = "fresh" + databases.incrementAndGet();
    try {
      postgres.createDatabase(name, OWNER);
    } catch (SQLException e) {
      throw new IOException(e);
    }
    return String.join(
        "\n", Integer.toString(postgres.port()), name, OWNER, postgres.password(OWNER));
  }

  private static LocalPostgres postgres() throws IOException {
    try {
      return LocalPostgres.startTemporary();
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  private static LocalKafka kafka() {
    try {
      return LocalKafka.startTemporary();
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }

  private void close() {
    try {
      keys.close();
      inbox.close();
      database.close();
      postgres.close();
      kafka.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
