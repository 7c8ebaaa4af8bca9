package dev.helpdesk.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever is sent to any documented address: a refusal, never a fault. */
@ExtendWith(SharedStack.class)
class FuzzTest {
  private static final List<String> SEGMENTS =
      List.of(
          "%00",
          "%ff",
          "%zz",
          "%",
          "..",
          "%2e%2e%2f",
          "null",
          "-1",
          "0",
          "SA-0",
          "SA-99999999999999",
          "%F0%9F%92%A9",
          "a".repeat(3000),
          "';--",
          "%27%20OR%201=1",
          "{id}",
          "00000000-0000-0000-0000-000000000000");
  private static final List<String> QUERIES =
      List.of(
          "",
          "?",
          "?&&",
          "?=",
          "?limit=",
          "?limit=99999999999999999999",
          "?page=1&page=2",
          "?cursor=%00",
          "?cursor=AAAA",
          "?%zz=1",
          "?search=%",
          "?search=%25_%5c",
          "?search=%ff",
          "?limit[]=1",
          "?offset=999999999",
          "?page=999999999&limit=100",
          "?a=" + "b".repeat(3000));
  private static final List<String> BODIES =
      List.of(
          "",
          "null",
          "true",
          "0",
          "\"\"",
          "[]",
          "{}",
          "{",
          "}",
          "{\"a\":1}",
          "{\"email\":null}",
          "{\"name\":null}",
          "{\"name\":\"\"}",
          "{\"name\":\"\\u0000\"}",
          "{\"name\":\"\\ud800\"}",
          "{\"name\":" + "[".repeat(3000) + "}",
          "{\"name\":1e400}",
          "{\"email\":{\"a\":[]}}",
          "{\"name\":\"" + "é".repeat(20000) + "\"}",
          "{\"name\":\"a\",\"name\":\"b\"}",
          "{\"email\":\"a@b\",\"password\":\"x\"}",
          "\u0000\u0001",
          "{\"version\":99999999999}",
          "{\"version\":-1}",
          "{\"token\":\"\"}",
          "{\"role\":\"root\"}",
          "{\"active\":\"yes\"}");
  private static final List<Map<String, String>> HEADERS =
      List.of(
          Map.of("Content-Type", "application/json"),
          Map.of("Content-Type", "application/json; charset=nonsense"),
          Map.of("Content-Type", "nonsense"),
          Map.of("Content-Type", "application/xml"),
          Map.of("Content-Type", "multipart/form-data"),
          Map.of("Content-Type", "application/json", "Accept", "nonsense"),
          Map.of("Content-Type", "application/json", "Accept", "image/png, */*;q=0"),
          Map.of("Content-Type", "application/json", "If-Match", "\"x\", , *"),
          Map.of("Content-Type", "application/json", "If-None-Match", "\"\"\"\""),
          Map.of("Content-Type", "application/json", "Idempotency-Key", "\u00ff"),
          Map.of("Content-Type", "application/json", "Prefer", "handling"),
          Map.of("Content-Type", "application/json", "traceparent", "00-zz"),
          Map.of("Content-Type", "application/json", "X-Forwarded-For", ",,,%%%, ::::"),
          Map.of("Content-Type", "application/json", "Refresh-Token", "x".repeat(4000)),
          Map.of("Content-Type", "application/json", "Content-Encoding", "gzip"),
          Map.of("Content-Type", "application/json", "Expect", "nonsense"),
          Map.of("Content-Type", "application/json", "Range", "bytes=9-1"),
          Map.of("Content-Type", "application/json", "Last-Event-ID", "-"));
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
  // Not rotation: after two of them the admin's token would no longer hold.
  private static final int TRIES_PER_OPERATION = FullSize.asked() ? 200 : 20;

  private final SharedStack.Running system;
  private final Random random = new Random(20_261_120);

  FuzzTest(SharedStack.Running system) {
    this.system = system;
  }

  @Test
  void nothingThatAClientSendsIsAFault() throws IOException {
    RawHttp http = new RawHttp(system.stack().gateway());
    String admin = "Bearer " + system.client().tokenOf("admin@my");
    List<String> faults = new ArrayList<>();
    Map<String, Map<String, Object>> paths =
        system.client().json().get("/q/openapi?format=json").jsonPath().getMap("paths");
    for (String path : paths.keySet()) {
      for (String method : paths.get(path).keySet()) {
        if (METHODS.contains(method) && !path.endsWith("/rotate")) {
          for (int i = 0; i < TRIES_PER_OPERATION; i++) {
            probe(http, method.toUpperCase(Locale.ROOT), path, admin, faults);
          }
        }
      }
    }
    assertThat(paths).hasSizeGreaterThan(10);
    assertThat(faults).isEmpty();
  }

  private void probe(RawHttp http, String method, String path, String admin, List<String> faults)
      throws IOException {
    String target = path;
    while (target.contains("{")) {
      String segment = pick(SEGMENTS).replace("{id}", "id");
      target =
          target.substring(0, target.indexOf('{'))
              + segment
              + target.substring(target.indexOf('}') + 1);
    }
    target += pick(QUERIES);
    Map<String, String> headers = new HashMap<>(pick(HEADERS));
    if (random.nextInt(3) > 0) {
      headers.put("Authorization", admin);
    }
    String body = method.equals("GET") ? "" : pick(BODIES);
    int status = http.send(method, target, headers, body);
    if (status >= 500) {
      faults.add(
          "%d for %s %s %s %s"
              .formatted(status, method, shorten(target), headers.keySet(), shorten(body)));
    }
  }

  private static String shorten(String text) {
    return text.length() > 200 ? text.substring(0, 200) + "…" : text;
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
