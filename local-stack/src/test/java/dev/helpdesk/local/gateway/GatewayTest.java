package dev.helpdesk.local.gateway;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.helpdesk.local.infra.FreePort;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayTest {

  static final HttpClient HTTP = HttpClient.newHttpClient();
  static FakeService service;
  static Gateway gateway;

  @BeforeAll
  static void start() throws IOException {
    service = new FakeService("{\"paths\":{\"/api/v1/tickets\":{\"get\":{}},\"/q/x\":{}}}");
    var ticket = Upstream.local("ticket", service.port());
    var away = Upstream.local("notification", FreePort.find());
    var routes = new Routes(Upstream.local("auth", service.port()), ticket, away);
    gateway = Gateway.start(0, routes, Map.of("inbox", "8025"));
  }

  @AfterAll
  static void stop() {
    gateway.close();
    service.close();
  }

  @Test
  void passesStatusHeadersQueryAndTraceOn() throws Exception {
    var request = request("/api/v1/tickets?q=a%20b&limit=5").header("traceparent", TRACE);
    var answer = send(request);
    assertThat(answer.statusCode()).isEqualTo(418);
    assertThat(answer.headers().firstValue("X-From")).contains("service");
    var seen = new JsonObject(answer.body());
    assertThat(seen.getString("uri")).isEqualTo("/api/v1/tickets?q=a%20b&limit=5");
    assertThat(seen.getJsonObject("headers").getString("traceparent")).isEqualTo(TRACE);
  }

  @Test
  void tellsTheServiceWhoReallyCalledAndNothingThatTheCallerMadeUp() throws Exception {
    var request = request("/api/v1/users/me").header("X-Forwarded-For", "6.6.6.6");
    for (String name : new String[] {"X_Forwarded_For", "Forwarded", "X-Real-IP", "X-Client-IP"}) {
      request.header(name, "for=6.6.6.6");
    }
    request.header("X-Forwarded-Host", "evil.example").header("X-Forwarded-Prefix", "/evil");
    var headers = new JsonObject(send(request).body()).getJsonObject("headers");
    assertThat(headers.encode()).doesNotContain("6.6.6.6").doesNotContain("evil");
    assertThat(headers.getString("x-forwarded-for")).isEqualTo("127.0.0.1");
    assertThat(headers.getString("x-forwarded-host")).isEqualTo("127.0.0.1:" + gateway.port());
    assertThat(headers.getString("x-forwarded-port")).isEqualTo("" + gateway.port());
    assertThat(headers.getString("x-forwarded-proto")).isEqualTo("http");
  }

  @Test
  void streamsUploadsOfAnySize() throws Exception {
    var body = new byte[20_000_000];
    var request = request("/api/v1/tickets/size").POST(BodyPublishers.ofByteArray(body));
    assertThat(send(request).body()).isEqualTo("20000000");
  }

  @Test
  void saysNothingOfABodyWhereThereIsNone() throws Exception {
    try (var caller = new Socket("127.0.0.1", gateway.port())) {
      caller.setSoTimeout(5000);
      String get = "GET /api/v1/tickets/same HTTP/1.1\r\nHost: localhost\r\n\r\n";
      var reader = new BufferedReader(new InputStreamReader(caller.getInputStream()));
      for (int i = 0; i < 3; i++) {
        caller.getOutputStream().write(get.getBytes(StandardCharsets.US_ASCII));
        assertThat(reader.readLine()).isEqualTo("HTTP/1.1 304 Not Modified");
        for (String line = reader.readLine(); !line.isEmpty(); line = reader.readLine()) {
          assertThat(line.toLowerCase(Locale.ROOT)).doesNotContain("chunked");
        }
      }
    }
  }

  @Test
  void passesServerSentEventsOnAtOnceAndTheHangUpBack() throws Exception {
    try (var caller = new Socket("127.0.0.1", gateway.port())) {
      caller.setSoTimeout(5000);
      String get = "GET /api/v1/tickets/stream HTTP/1.1\r\nHost: localhost\r\n\r\n";
      caller.getOutputStream().write(get.getBytes(StandardCharsets.US_ASCII));
      var reader = new BufferedReader(new InputStreamReader(caller.getInputStream()));
      assertThat(lineStartingWith(reader, "data:")).isEqualTo("data: first");
      service.streams.poll(5, SECONDS).write("data: second\n\n");
      assertThat(lineStartingWith(reader, "data:")).isEqualTo("data: second");
    }
    service.hangUp.get(5, SECONDS);
  }

  @Test
  void joinsWebSockets() throws Exception {
    var said = new LinkedBlockingQueue<String>();
    WebSocket socket =
        HTTP.newWebSocketBuilder()
            .header("Authorization", "Bearer x")
            .header("X-Forwarded-For", "6.6.6.6")
            .buildAsync(uri("ws", "/api/v1/tickets/chat"), new Listening(said))
            .get(5, SECONDS);
    socket.sendText("hello", true);
    assertThat(said.poll(5, SECONDS)).isEqualTo("from 127.0.0.1");
    assertThat(said.poll(5, SECONDS)).isEqualTo("echo hello");
    socket.abort();
  }

  @Test
  void passesARefusedWebSocketOnAsItIs() {
    Assertions.assertThatThrownBy(
            () ->
                HTTP.newWebSocketBuilder()
                    .buildAsync(
                        uri("ws", "/api/v1/tickets/chat"),
                        new Listening(new LinkedBlockingQueue<>()))
                    .get(5, SECONDS))
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            refused -> {
              assertThat(refused.getResponse().statusCode()).isEqualTo(401);
              assertThat(refused.getResponse().headers().firstValue("WWW-Authenticate"))
                  .contains("Bearer");
            });
  }

  @Test
  void saysThatAServiceIsAway() throws Exception {
    var answer = send(request("/api/v1/notifications").header("traceparent", TRACE));
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertProblem(answer, "SERVICE_UNAVAILABLE");
    assertThat(new JsonObject(answer.body()).getString("traceId")).isEqualTo(TRACE.split("-")[1]);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing",
        "/api/v1/nothing",
        "/api/v1/",
        "/q/metrics",
        "/q/health",
        "/q/swagger-ui/other.js",
        "/api/v1/users/../../../q/metrics",
        "/api/v1/users/%2e%2e/%2E%2E/%2e./q/metrics",
        "/api/v1/users/..%2f..%2f..%2fq/metrics",
        "/api/v1/users/..%5c..%5c..%5cq/metrics"
      })
  void showsNothingElseOfTheServices(String path) throws Exception {
    var answer = send(request(path));
    assertThat(answer.statusCode()).isEqualTo(404);
    assertProblem(answer, "NOT_FOUND");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/q/swagger-ui/", "/q/swagger-ui/swagger-ui-bundle.js"})
  void servesItsOwnPagesWithSecurityHeaders(String path) throws Exception {
    var answer = send(request(path));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
    assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
    assertThat(answer.body()).doesNotContain("{{inbox}}");
  }

  @Test
  void isHealthyByItself() throws Exception {
    var health = new JsonObject(send(request("/health")).body());
    assertThat(health.getString("status")).isEqualTo("ok");
    assertThat(health.getInstant("timestamp")).isNotNull();
  }

  @Test
  void refusesToWriteToItsPages() throws Exception {
    var answer = send(request("/health").POST(BodyPublishers.ofString("x")));
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD");
  }

  @Test
  void describesTheApiOfTheServicesThatAnswer() throws Exception {
    var document = new JsonObject(send(request("/q/openapi")).body());
    assertThat(document.getJsonObject("paths").fieldNames()).containsExactly("/api/v1/tickets");
    assertThat(document.getJsonArray("servers").getJsonObject(0).getString("url"))
        .isEqualTo("http://127.0.0.1:" + gateway.port());
  }

  private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  private static void assertProblem(HttpResponse<String> answer, String code) {
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    var problem = new JsonObject(answer.body());
    assertThat(problem.fieldNames())
        .containsExactlyInAnyOrder(
            "type", "title", "status", "detail", "instance", "code", "traceId");
    assertThat(problem.getString("code")).isEqualTo(code);
    assertThat(problem.getInteger("status")).isEqualTo(answer.statusCode());
  }

  private static String lineStartingWith(BufferedReader reader, String start) throws IOException {
    String line = reader.readLine();
    while (line != null && !line.startsWith(start)) {
      line = reader.readLine();
    }
    return line;
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(uri("http", path));
  }

  private static URI uri(String scheme, String path) {
    return URI.create(scheme + "://127.0.0.1:" + gateway.port() + path);
  }

  private record Listening(BlockingQueue<String> said) implements WebSocket.Listener {
    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
      said.add(text.toString());
      return WebSocket.Listener.super.onText(socket, text, last);
    }
  }
}
