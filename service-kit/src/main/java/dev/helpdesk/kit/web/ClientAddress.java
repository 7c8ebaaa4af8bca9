package dev.helpdesk.kit.web;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whose request this is: the connection's peer, or, behind trusted proxies, the nearest address in
 * X-Forwarded-For that is not one of them. What stands further left, anybody may have written.
 */
@ApplicationScoped
public class ClientAddress {
  private final Networks trusted;

  ClientAddress(@ConfigProperty(name = "helpdesk.trusted-proxies") Optional<List<String>> trusted) {
    this.trusted = Networks.of(trusted.orElse(List.of()));
  }

  public String of(HttpServerRequest request) {
    SocketAddress peer = request.connection().remoteAddress();
    String address =
        peer == null || peer.hostAddress() == null ? "unknown" : normal(peer.hostAddress());
    String[] hops = String.join(",", request.headers().getAll("X-Forwarded-For")).split(",");
    for (int i = hops.length - 1; i >= 0 && trusted.contain(address); i--) {
      String hop = normal(hops[i].trim());
      if (hop.isEmpty()) {
        break;
      }
      address = hop;
    }
    return address.length() > 64 ? address.substring(0, 64) : address;
  }

  /** IPv6 loopback and zone ids in one spelling. */
  private static String normal(String address) {
    String plain = address.contains("%") ? address.substring(0, address.indexOf('%')) : address;
    return plain.equals("0:0:0:0:0:0:0:1") ? "::1" : plain;
  }
}
