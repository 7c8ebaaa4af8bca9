package dev.helpdesk.local.gateway;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the services learn about the caller comes from the gateway alone. */
final class ForwardedHeaders {

  private static final Set<String> FOREIGN =
      Set.of(
          "forwarded",
          "forwarded-for",
          "x-real-ip",
          "x-client-ip",
          "x-cluster-client-ip",
          "x-remote-addr",
          "x-remote-ip",
          "true-client-ip",
          "client-ip",
          "cf-connecting-ip",
          "x-original-host",
          "x-original-url",
          "x-rewrite-url");

  private ForwardedHeaders() {}

  static void rewrite(HttpServerRequest request) {
    var headers = request.headers();
    for (String name : List.copyOf(headers.names())) {
      if (isForeign(name)) {
        headers.remove(name);
      }
    }
    headers.set("X-Forwarded-For", peer(request));
    headers.set("X-Forwarded-Proto", "http");
    HostAndPort authority = request.authority();
    if (authority != null) {
      headers.set("X-Forwarded-Host", authority.toString());
      headers.set("X-Forwarded-Port", Integer.toString(port(authority)));
    }
  }

  // Some servers read X_Forwarded_For and X-Forwarded-For as one header.
  private static boolean isForeign(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replace('_', '-');
    return plain.startsWith("x-forwarded") || FOREIGN.contains(plain);
  }

  private static String peer(HttpServerRequest request) {
    @Nullable String address = request.remoteAddress().hostAddress();
    if (address == null) {
      return "unknown";
    }
    return address.equals("0:0:0:0:0:0:0:1") ? "::1" : address.replaceAll("%.*", "");
  }

  private static int port(HostAndPort authority) {
    return authority.port() > 0 ? authority.port() : 80;
  }
}
