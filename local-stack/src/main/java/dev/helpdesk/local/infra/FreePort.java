package dev.helpdesk.local.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Asks the operating system for ports. */
public final class FreePort {

  private FreePort() {}

  public static int find() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The port itself, or a free one for 0. */
  public static int orFind(int port) {
    return port == 0 ? find() : port;
  }

  public static boolean isFree(int port) {
    try (var socket = new ServerSocket()) {
      // Connections of a process that just stopped linger in TIME_WAIT; they do not count.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
