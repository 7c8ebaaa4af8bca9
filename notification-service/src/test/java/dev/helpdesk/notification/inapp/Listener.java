package dev.helpdesk.notification.inapp;

import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Reads a stream of events, line by line, until it hangs up or the stream ends. */
final class Listener implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Socket socket;
  private final Thread reader = new Thread(this::read);

  private Listener(Socket socket) {
    this.socket = socket;
    reader.setDaemon(true);
    reader.start();
  }

  /** Waits for the first sign of life, so that nothing is told before anybody listens. */
  static Listener at(String path, String token, @Nullable String last) {
    try {
      Listener listener = new Listener(new Socket("localhost", RestAssured.port));
      listener.ask(path, token, last);
      await().atMost(PATIENCE).until(() -> listener.lines.contains(":alive"));
      return listener;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void ask(String path, String token, @Nullable String last) throws IOException {
    String request =
        "GET %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n%s\r\n"
            .formatted(path, token, last == null ? "" : "Last-Event-ID: " + last + "\r\n");
    socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
  }

  private void read() {
    try (Scanner scanner = new Scanner(socket.getInputStream(), StandardCharsets.UTF_8)) {
      while (scanner.hasNextLine()) {
        String line = scanner.nextLine();
        lines.add(line);
        if (line.equals("0")) {
          return;
        }
      }
    } catch (IOException e) {
      // It hung up; what was read until then counts.
    }
  }

  void awaitEvents(int count) {
    await().atMost(PATIENCE).until(() -> data().size() >= count);
  }

  List<String> data() {
    return field("data:");
  }

  List<String> ids() {
    return field("id:");
  }

  List<String> names() {
    return field("event:");
  }

  private List<String> field(String name) {
    return lines.stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(name.length()).trim())
        .toList();
  }

  boolean isOver() {
    return !reader.isAlive();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
