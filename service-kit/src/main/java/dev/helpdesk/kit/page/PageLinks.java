package dev.helpdesk.kit.page;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** The Link header of every list, with addresses as the caller wrote them. */
class PageLinks {
  private static final Set<String> PLACES = Set.of("page", "offset", "cursor");

  @ServerResponseFilter
  void link(ContainerResponseContext response, RoutingContext context) {
    if (!(response.getEntity() instanceof Page<?> page)) {
      return;
    }
    String base = address(context);
    Page.Turns turns = page.turns();
    List<String> links = new ArrayList<>();
    add(
        links,
        "first",
        base,
        turns.parameter(),
        turns.parameter().equals("cursor") ? "" : turns.first());
    add(links, "prev", base, turns.parameter(), turns.prev());
    add(links, "next", base, turns.parameter(), turns.next());
    add(links, "last", base, turns.parameter(), turns.last());
    response.getHeaders().putSingle("Link", String.join(", ", links));
  }

  /** An empty value leads to the beginning: the address without a place. */
  private static void add(
      List<String> links, String relation, String base, String parameter, @Nullable String value) {
    if (value != null) {
      String place = value.isEmpty() ? "" : parameter + "=" + value;
      String address = place.isEmpty() ? base.replaceAll("[?&]$", "") : base + place;
      links.add("<" + address + ">; rel=\"" + relation + "\"");
    }
  }

  /** The address with all parameters but the place, ready for one more. */
  private static String address(RoutingContext context) {
    HttpServerRequest request = context.request();
    StringBuilder address =
        new StringBuilder(request.scheme())
            .append("://")
            .append(request.authority())
            .append(request.path())
            .append('?');
    for (Map.Entry<String, String> parameter : context.queryParams()) {
      if (!PLACES.contains(parameter.getKey())) {
        address
            .append(encode(parameter.getKey()))
            .append('=')
            .append(encode(parameter.getValue()))
            .append('&');
      }
    }
    return address.toString();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
