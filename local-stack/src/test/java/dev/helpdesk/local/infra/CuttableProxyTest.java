package dev.helpdesk.local.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CuttableProxyTest {

  ServerSocket echo;
  CuttableProxy wire;

  @BeforeEach
  void connect() throws IOException {
    echo = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    var server = new Thread(this::serve);
    server.setDaemon(true);
    server.start();
    wire = CuttableProxy.to("127.0.0.1", echo.getLocalPort());
  }

  @AfterEach
  void disconnect() throws IOException {
    wire.close();
    echo.close();
  }

  @Test
  void passesBytesBothWays() throws IOException {
    try (var client = client()) {
      assertThat(say(client, 42)).isEqualTo(42);
    }
  }

  @Test
  void refusesAndResetsWhileCut() throws IOException {
    try (var client = client()) {
      say(client, 1);
      wire.cut();
      assertThatThrownBy(() -> assertThat(say(client, 2)).isEqualTo(2))
          .isInstanceOfAny(IOException.class, AssertionError.class);
      assertThatThrownBy(this::client).isInstanceOf(IOException.class);
    }
  }

  @Test
  void servesOnTheSamePortOnceRestored() throws IOException {
    wire.cut();
    wire.restore();
    try (var client = client()) {
      assertThat(say(client, 7)).isEqualTo(7);
    }
  }

  @Test
  void forwardsNothingWhileHangingAndTheRestAfterwards() throws IOException {
    wire.hang();
    try (var client = client()) {
      client.setSoTimeout(200);
      assertThatThrownBy(() -> say(client, 9)).isInstanceOf(SocketTimeoutException.class);
      wire.restore();
      client.setSoTimeout(5000);
      assertThat(client.getInputStream().read()).isEqualTo(9);
    }
  }

  private Socket client() throws IOException {
    return new Socket("127.0.0.1", wire.port());
  }

  private static int say(Socket client, int value) throws IOException {
    client.getOutputStream().write(value);
    return client.getInputStream().read();
  }

  private void serve() {
    try {
      while (true) {
        Socket client = echo.accept();
        var thread = new Thread(() -> echoAll(client));
        thread.setDaemon(true);
        thread.start();
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private static void echoAll(Socket client) {
    try (client) {
      client.getInputStream().transferTo(client.getOutputStream());
    } catch (IOException closed) {
      // The wire was cut.
    }
  }
}
