package dev.helpdesk.local.infra;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A TCP wire to a server that a test can cut, hang and restore. */
public final class CuttableProxy implements AutoCloseable {

  private final InetSocketAddress target;
  private final int port = FreePort.find();
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private ServerSocket server;
  private Thread acceptor;
  private boolean hanging;

  private CuttableProxy(String host, int targetPort) throws IOException {
    this.target = new InetSocketAddress(host, targetPort);
    this.server = listen();
    this.acceptor = acceptFrom(server);
  }

  public static CuttableProxy to(String host, int port) throws IOException {
    return new CuttableProxy(host, port);
  }

  public int port() {
    return port;
  }

  /** New connections are refused, open ones are reset. */
  public synchronized void cut() throws IOException {
    server.close();
    // The port is free only once nobody waits in accept any more.
    join(acceptor);
    sockets.forEach(CuttableProxy::reset);
    sockets.clear();
  }

  /** Connections are accepted and stay open, but nothing goes through in either direction. */
  public synchronized void hang() {
    hanging = true;
  }

  /** All is well again; what a hang held back goes on its way. */
  public synchronized void restore() throws IOException {
    hanging = false;
    notifyAll();
    if (server.isClosed()) {
      server = listen();
      acceptor = acceptFrom(server);
    }
  }

  @Override
  public void close() throws IOException {
    cut();
    restoreFlow();
  }

  private synchronized void restoreFlow() {
    hanging = false;
    notifyAll();
  }

  private ServerSocket listen() throws IOException {
    var socket = new ServerSocket();
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    return socket;
  }

  private Thread acceptFrom(ServerSocket listening) {
    return inBackground("accept", () -> acceptAll(listening));
  }

  private static void join(Thread thread) throws IOException {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private void acceptAll(ServerSocket listening) throws IOException {
    while (true) {
      Socket client = listening.accept();
      sockets.add(client);
      if (listening.isClosed()) {
        reset(client);
      }
      inBackground("connect", () -> connect(client));
    }
  }

  private void connect(Socket client) throws IOException {
    awaitFlow();
    var upstream = new Socket();
    sockets.add(upstream);
    try {
      upstream.connect(target);
    } catch (IOException refused) {
      end(client, upstream);
      throw refused;
    }
    inBackground("back", () -> pump(upstream, client));
    pump(client, upstream);
  }

  private void pump(Socket from, Socket to) throws IOException {
    var buffer = new byte[8192];
    try {
      for (int n = from.getInputStream().read(buffer);
          n >= 0;
          n = from.getInputStream().read(buffer)) {
        awaitFlow();
        to.getOutputStream().write(buffer, 0, n);
      }
    } finally {
      end(from, to);
    }
  }

  private synchronized void awaitFlow() throws IOException {
    try {
      while (hanging) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private void end(Socket from, Socket to) throws IOException {
    sockets.remove(from);
    sockets.remove(to);
    from.close();
    to.close();
  }

  private static void reset(Socket socket) {
    try {
      // Zero linger sends RST: the peer learns at once, as when a machine vanishes.
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException alreadyClosed) {
      // Its own end was quicker than the cut.
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  private static Thread inBackground(String name, Work work) {
    var thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException closed) {
                // The end of a connection or of the proxy; both ends have seen it themselves.
              }
            },
            "wire-" + name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
