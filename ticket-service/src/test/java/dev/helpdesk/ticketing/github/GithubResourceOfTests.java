package dev.helpdesk.ticketing.github;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/** Tells the service where GitHub's stand-in will be; the tests start it there themselves. */
public final class GithubResourceOfTests implements QuarkusTestResourceLifecycleManager {
  static final String PORT = "helpdesk.test.github";

  @Override
  public Map<String, String> start() {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      System.setProperty(PORT, Integer.toString(free.getLocalPort()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.of(
        "helpdesk.github.api-url", "http://127.0.0.1:" + System.getProperty(PORT) + "/",
        "helpdesk.github.token", "token-of-tests",
        "helpdesk.github.webhook-secret", Hook.NEW_SECRET + "," + Hook.OLD_SECRET,
        "helpdesk.github.allowed-hosts", "github.com,github.example.org",
        "helpdesk.github.timeout", "4s",
        "helpdesk.github.retry-delay", "20ms",
        "helpdesk.github.breaker-delay", "300ms",
        "helpdesk.github.breaker-calls", "8");
  }

  @Override
  public void stop() {}
}
