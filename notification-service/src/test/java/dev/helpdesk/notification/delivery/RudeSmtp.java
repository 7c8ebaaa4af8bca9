package dev.helpdesk.notification.delivery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An SMTP server that treats a recipient as the first part of the address says: ok, busy (451),
 * gone (550), hang (no answer), die (hangs up after the mail, the first time). Others are taken.
 */
final class RudeSmtp implements AutoCloseable {
  private final ServerSocket server;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Map<String, AtomicInteger> tries = new ConcurrentHashMap<>();
  private final Set<String> polite = ConcurrentHashMap.newKeySet();
  final List<Received> received = new CopyOnWriteArrayList<>();

  /** A mail that came whole, whether it was acknowledged or not. */
  record Received(String recipient, String messageId, String text) {}

  private RudeSmtp(ServerSocket server) {
    this.server = server;
    Thread thread = new Thread(this::serve, "rude smtp");
    thread.setDaemon(true);
    thread.start();
  }

  static RudeSmtp start() {
    return start(0);
  }

  static RudeSmtp start(int port) {
    try {
      ServerSocket server = new ServerSocket();
      server.setReuseAddress(true);
      server.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
      return new RudeSmtp(server);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return server.getLocalPort();
  }

  /** From now on such addresses are taken. */
  void becomePolite(String kind) {
    polite.add(kind);
  }

  /** How often a mail to an address of this domain was tried. */
  int triesTo(String domain) {
    return tries.getOrDefault(domain, new AtomicInteger()).get();
  }

  List<String> idsTo(String recipient) {
    return received.stream()
        .filter(mail -> mail.recipient().equals(recipient))
        .map(Received::messageId)
        .toList();
  }

  private void serve() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        open.add(socket);
        Thread thread = new Thread(() -> talk(socket));
        thread.setDaemon(true);
        thread.start();
      } catch (IOException e) {
        return;
      }
    }
  }

  private void talk(Socket socket) {
    try (socket;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      OutputStream out = socket.getOutputStream();
      say(out, "220 rude");
      String recipient = "";
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.startsWith("RCPT TO:<")) {
          recipient = line.substring(9, line.indexOf('>'));
          if (!answerTo(out, recipient)) {
            return;
          }
        } else if (line.equals("DATA")) {
          say(out, "354 go on");
          if (!take(in, out, recipient)) {
            return;
          }
        } else if (line.equals("QUIT")) {
          say(out, "221 bye");
          return;
        } else {
          say(out, "250 ok");
        }
      }
    } catch (IOException e) {
      // The other side hung up.
    } finally {
      open.remove(socket);
    }
  }

  private String kindOf(String recipient) {
    String kind = recipient.replaceAll("[^a-z].*", "");
    return polite.contains(kind) ? "ok" : kind;
  }

  private boolean answerTo(OutputStream out, String recipient) throws IOException {
    String domain = recipient.substring(recipient.indexOf('@') + 1);
    tries.computeIfAbsent(domain, key -> new AtomicInteger()).incrementAndGet();
    switch (kindOf(recipient)) {
      case "busy" -> say(out, "451 4.3.2 not now");
      case "gone" -> say(out, "550 5.1.1 nobody of that name");
      case "hang" -> {
        return hang();
      }
      default -> say(out, "250 ok");
    }
    return true;
  }

  /** Says nothing until the server is closed. */
  private boolean hang() {
    try {
      synchronized (server) {
        while (!server.isClosed()) {
          server.wait(1000);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  /** False where it hangs up instead of an answer. */
  private boolean take(BufferedReader in, OutputStream out, String recipient) throws IOException {
    StringBuilder text = new StringBuilder();
    String id = "";
    for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      if (line.startsWith("Message-ID: ")) {
        id = line.substring(12);
      }
      text.append(line).append('\n');
    }
    received.add(new Received(recipient, id, text.toString()));
    if (kindOf(recipient).equals("die") && idsTo(recipient).size() == 1) {
      return false;
    }
    say(out, "250 taken");
    return true;
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
