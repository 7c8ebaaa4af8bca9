package dev.helpdesk.kit.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** ETag on every versioned answer, and 304 where the caller has that version already. */
class EntityTags {
  private static final Set<String> READING = Set.of("GET", "HEAD");

  @ServerResponseFilter
  void tag(ContainerRequestContext request, ContainerResponseContext response) {
    boolean success = response.getStatus() == 200 || response.getStatus() == 201;
    if (!success || !(response.getEntity() instanceof Versioned versioned)) {
      return;
    }
    String tag = of(versioned.version());
    response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
    if (READING.contains(request.getMethod())
        && matches(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag)) {
      response.setStatus(304);
      response.setEntity(null);
    }
  }

  static String of(int version) {
    return "\"" + version + "\"";
  }

  private static boolean matches(@Nullable String header, String tag) {
    if (header == null) {
      return false;
    }
    for (String candidate : header.split(",")) {
      String plain = candidate.trim();
      plain = plain.startsWith("W/") ? plain.substring(2) : plain;
      if (plain.equals("*") || plain.equals(tag) || ("\"" + plain + "\"").equals(tag)) {
        return true;
      }
    }
    return false;
  }
}
