package dev.helpdesk.test;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;

/** Stands for auth-service: a key pair and the JWKS document that a verifier fetches. */
final class KeyServer implements AutoCloseable {
  static final String KEY_ID = "test-key";

  final KeyPair pair;
  private final HttpServer server;

  private KeyServer(KeyPair pair, HttpServer server) {
    this.pair = pair;
    this.server = server;
  }

  static KeyServer start() throws IOException {
    KeyPair pair = newPair();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] body = document((RSAPublicKey) pair.getPublic()).getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/.well-known/jwks.json",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return new KeyServer(pair, server);
  }

  static KeyPair newPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has RSA", e);
    }
  }

  /** Runs the work when a test posts to the path; the only door between their class loaders. */
  void control(String path, Act act) {
    server.createContext(
        path,
        exchange -> {
          act.run();
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
  }

  /** As control, and tells what came of it. */
  void answer(String path, Question question) {
    server.createContext(
        path,
        exchange -> {
          byte[] answer = question.ask().getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
  }

  /** Something that may fail. */
  interface Act {
    void run() throws IOException;
  }

  /** Something that has an answer. */
  interface Question {
    String ask() throws IOException;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private static String document(RSAPublicKey key) {
    return "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"%s\",\"n\":\"%s\",\"e\":\"%s\"}]}"
        .formatted(KEY_ID, text(key.getModulus()), text(key.getPublicExponent()));
  }

  private static String text(BigInteger number) {
    byte[] bytes = number.toByteArray();
    int skip = bytes.length > 1 && bytes[0] == 0 ? 1 : 0;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(java.util.Arrays.copyOfRange(bytes, skip, bytes.length));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
