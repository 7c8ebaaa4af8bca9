package dev.helpdesk.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {
  private static final ClientAddress BEHIND_PROXIES =
      new ClientAddress(
          Optional.of(List.of("10.0.0.1", "10.0.0.2", "::1/128", "172.16.0.0/12", "fd00::/8")));

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      textBlock =
          """
          192.0.2.1,       '',                             192.0.2.1
          192.0.2.1,       '198.51.100.1',                 192.0.2.1
          10.0.0.1,        '198.51.100.1',                 198.51.100.1
          10.0.0.1,        '6.6.6.6, 198.51.100.1',        198.51.100.1
          10.0.0.1,        '198.51.100.1, 10.0.0.2',       198.51.100.1
          10.0.0.1,        '6.6.6.6,198.51.100.1,10.0.0.2',198.51.100.1
          10.0.0.1,        '',                             10.0.0.1
          10.0.0.1,        '198.51.100.1, ',               10.0.0.1
          10.0.0.1,        '10.0.0.2',                     10.0.0.2
          172.31.9.9,      '198.51.100.1, 172.16.0.3',     198.51.100.1
          172.32.0.1,      '198.51.100.1',                 172.32.0.1
          fd12::9,         '198.51.100.1',                 198.51.100.1
          10.0.0.1,        'nobody.example',               nobody.example
          0:0:0:0:0:0:0:1, '2001:db8::7%eth0',             2001:db8::7
          """)
  void isTheNearestAddressThatIsNoProxyOfOurs(String peer, String forwarded, String expected) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    if (!forwarded.isEmpty()) {
      headers.add("X-Forwarded-For", forwarded);
    }

    assertThat(BEHIND_PROXIES.of(request(peer, headers))).isEqualTo(expected);
  }

  @Test
  void severalHeadersAreOneList() {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    headers.add("X-Forwarded-For", "6.6.6.6").add("X-Forwarded-For", "198.51.100.1");

    assertThat(BEHIND_PROXIES.of(request("10.0.0.1", headers))).isEqualTo("198.51.100.1");
  }

  @Test
  void isNoLongerThanAnAddressCanBe() {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    headers.add("X-Forwarded-For", "x".repeat(5000));

    assertThat(BEHIND_PROXIES.of(request("10.0.0.1", headers))).hasSize(64);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.0/33", "proxy.example", "10.0.0", "/8", "", "::1", "fd00::7"})
  void whatIsNoAddressStopsTheStart(String written) {
    assertThatThrownBy(() -> new ClientAddress(Optional.of(List.of(written))))
        .hasMessageContaining("helpdesk.trusted-proxies");
  }

  private static HttpServerRequest request(String peer, MultiMap headers) {
    HttpConnection connection =
        answering(
            HttpConnection.class,
            Map.of("remoteAddress", SocketAddress.inetSocketAddress(1, peer)));
    return answering(HttpServerRequest.class, Map.of("connection", connection, "headers", headers));
  }

  private static <T> T answering(Class<T> type, Map<String, Object> answers) {
    Object proxy =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> answers.get(method.getName()));
    return type.cast(proxy);
  }
}
