package dev.helpdesk.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.helpdesk.local.gateway.Routes;
import dev.helpdesk.local.gateway.Upstream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The gateway of the images and the Ingress lead where the local stack's gateway leads. */
class GatewayTest {
  private static final Routes LOCAL =
      new Routes(upstream("auth"), upstream("ticket"), upstream("notification"));
  private static final String NGINX = Project.text("docker/gateway/nginx.conf");

  static Stream<String> addresses() {
    Stream<String> known =
        LOCAL.prefixes().keySet().stream()
            .flatMap(path -> Stream.of(path, path + "/", path + "/1", path + "x", "/x" + path));
    return Stream.concat(
        known,
        Stream.of(
            "/",
            "/health",
            "/q/metrics",
            "/q/health/ready",
            "/api/v1",
            "/api/v1/",
            "/api/v1/nothing",
            "/api/v2/users",
            "/API/v1/users",
            "/api/v1/Users",
            "/api/v1/%75sers",
            "/api/v1//users",
            "/.well-known/jwks.json",
            "/.well-known/jwks.json/",
            "/.well-known/jwks",
            "/.well-known/jwksXjson",
            "/api/v1/users/../../../q/metrics",
            "/api/v1/users/..",
            "/api/v1/users/.",
            "/api/v1/users/...",
            "/api/v1/users/.hidden",
            "/api/v1/users/a..b",
            "/api/v1/users/%2e%2E/x",
            "/api/v1/users/.%2e/x",
            "/api/v1/users/..%2f..%2Fq",
            "/api/v1/users/..%5Cq",
            "/api/v1/users/..\\q",
            "/q/../api/v1/users"));
  }

  @ParameterizedTest
  @MethodSource("addresses")
  void nginxRoutesLikeTheLocalGateway(String path) {
    String local = LOCAL.find(path).map(Upstream::name).orElse("");

    assertThat(nginx(path)).isEqualTo(local);
    // The path decides, whatever is asked with it.
    assertThat(nginx(path + "?next=/../x&q=/api/v1/spaces")).isEqualTo(local);
  }

  @Test
  void administratorsReachTheSigningKeys() {
    assertThat(nginx("/api/v1/keys/rotate")).isEqualTo("auth");
  }

  @Test
  void theIngressHasTheSamePaths() {
    Map<String, String> wanted = new TreeMap<>();
    LOCAL.prefixes().forEach((path, up) -> wanted.put("Prefix " + path, up.name() + "-service"));
    wanted.put("Exact /.well-known/jwks.json", "auth-service");
    wanted.put("Prefix /", "gateway");

    Map<String, String> found = new TreeMap<>();
    JsonNode ingress = Project.document("k8s/base/ingress.yaml");
    ingress
        .at("/spec/rules/0/http/paths")
        .forEach(
            path ->
                found.put(
                    path.path("pathType").asText() + " " + path.path("path").asText(),
                    path.at("/backend/service/name").asText()));
    assertThat(found).isEqualTo(wanted);
  }

  @Test
  void whatACallerSaysOfItselfIsThrownAway() {
    String proxy = Project.text("docker/gateway/snippets/proxy.conf");
    assertThat(proxy)
        .contains("proxy_set_header X-Forwarded-For $remote_addr;")
        .contains("proxy_set_header X-Forwarded-Host $http_host;")
        .contains("proxy_set_header X-Forwarded-Proto $scheme;");
    for (String name : List.of("Forwarded", "X-Real-IP", "X-Forwarded-Prefix", "X-Original-URL")) {
      assertThat(proxy).contains("proxy_set_header " + name + " \"\";");
    }
  }

  private static String nginx(String uri) {
    return matches(map("$climbs"), uri).isEmpty() ? matches(map("$service"), uri) : "";
  }

  private static String matches(Map<Pattern, String> map, String uri) {
    return map.entrySet().stream()
        .filter(entry -> entry.getKey().matcher(uri).find())
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }

  /** The patterns of one of nginx's maps over the raw address, in their order. */
  private static Map<Pattern, String> map(String variable) {
    int begin = NGINX.indexOf("map $request_uri " + variable + " {");
    String body = NGINX.substring(begin, NGINX.indexOf("\n  }", begin));
    Map<Pattern, String> map = new LinkedHashMap<>();
    var line = Pattern.compile("\"~(\\*?)(.*)\" ([a-z]+);").matcher(body);
    while (line.find()) {
      int flags = line.group(1).isEmpty() ? 0 : Pattern.CASE_INSENSITIVE;
      map.put(Pattern.compile(line.group(2), flags), line.group(3));
    }
    assertThat(map).isNotEmpty();
    return map;
  }

  private static Upstream upstream(String name) {
    return new Upstream(name, name + "-service", 80);
  }
}
