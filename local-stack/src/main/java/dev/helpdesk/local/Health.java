package dev.helpdesk.local;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Looks whether something answers, given as {@code http://…} or {@code tcp://host:port}. */
final class Health {

  private static final Duration LIMIT = Duration.ofSeconds(3);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(LIMIT).build();

  private Health() {}

  static boolean isGood(String address) {
    var uri = URI.create(address);
    try {
      return "tcp".equals(uri.getScheme()) ? accepts(uri) : answersOk(uri);
    } catch (IOException down) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static boolean accepts(URI uri) throws IOException {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()), (int) LIMIT.toMillis());
      return true;
    }
  }

  private static boolean answersOk(URI uri) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(uri).timeout(LIMIT).build();
    return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
  }
}
