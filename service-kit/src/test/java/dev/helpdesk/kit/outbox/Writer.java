package dev.helpdesk.kit.outbox;

import static org.awaitility.Awaitility.await;

import dev.helpdesk.contracts.Topics;
import dev.helpdesk.test.FreshDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/** Writes events as a service does, and takes every seventh transaction back. */
final class Writer implements Runnable {
  private static final String COUNT = "UPDATE counter SET n = n + 1 WHERE key = ? RETURNING n";
  private static final String INSERT =
      "INSERT INTO outbox (id, topic, key, payload) VALUES (?, ?, ?, ?)";
  private static final int WAITING_AT_MOST = 300;

  private final FreshDatabase database;
  private final List<String> keys;
  private final Random random;
  private final AtomicBoolean stop;
  final Queue<UUID> committed = new ConcurrentLinkedQueue<>();
  final Queue<UUID> rolledBack = new ConcurrentLinkedQueue<>();

  Writer(FreshDatabase database, List<String> keys, long seed, AtomicBoolean stop) {
    this.database = database;
    this.keys = keys;
    this.random = new Random(seed);
    this.stop = stop;
  }

  @Override
  public void run() {
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      while (!stop.get()) {
        awaitRoom(connection);
        transaction(connection);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void awaitRoom(Connection connection) {
    await()
        .atMost(Duration.ofMinutes(1))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(50))
        .pollInSameThread()
        .until(() -> stop.get() || waiting(connection) < WAITING_AT_MOST);
  }

  private void transaction(Connection connection) throws SQLException {
    List<UUID> written = new ArrayList<>();
    int first = random.nextInt(keys.size());
    int last = Math.min(keys.size(), first + 1 + random.nextInt(3));
    // Always in the same order of keys, so that two writers cannot wait for each other.
    for (String key : keys.subList(first, last)) {
      int events = 1 + random.nextInt(3);
      for (int i = 0; i < events; i++) {
        written.add(write(connection, key));
      }
    }
    if (random.nextInt(7) == 0) {
      connection.rollback();
      rolledBack.addAll(written);
    } else {
      connection.commit();
      committed.addAll(written);
    }
  }

  private static UUID write(Connection connection, String key) throws SQLException {
    UUID id = UUID.randomUUID();
    try (PreparedStatement count = connection.prepareStatement(COUNT);
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      count.setString(1, key);
      ResultSet row = count.executeQuery();
      row.next();
      insert.setObject(1, id);
      insert.setString(2, Topics.TICKETS);
      insert.setString(3, key);
      insert.setString(4, event(id, row.getLong(1)));
      insert.executeUpdate();
    }
    return id;
  }

  private static String event(UUID id, long number) {
    return """
        {"specversion":"1.0","id":"%s","source":"/helpdesk/kill","type":"helpdesk.kill.made.v1",\
        "subject":"s","time":"2026-01-01T00:00:00Z","data":{"number":%d}}"""
        .formatted(id, number);
  }

  private static int waiting(Connection connection) throws SQLException {
    try (PreparedStatement count = connection.prepareStatement("SELECT count(*) FROM outbox")) {
      ResultSet row = count.executeQuery();
      row.next();
      int waiting = row.getInt(1);
      connection.commit();
      return waiting;
    }
  }
}
