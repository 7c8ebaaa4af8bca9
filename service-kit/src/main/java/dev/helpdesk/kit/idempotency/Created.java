package dev.helpdesk.kit.idempotency;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What a creating request came to: the new resource and where it is, or, for a repeat that asked
 * for it, the stored answer of the first time.
 */
public record Created<V>(String location, @Nullable V view, @Nullable JsonNode replay) {
  public static <V> Created<V> at(String location, V view) {
    return new Created<>(location, view, null);
  }

  static <V> Created<V> replayed(String location, JsonNode body) {
    return new Created<>(location, null, body);
  }

  /** 201 with Location, and with ETag where the resource has a version. */
  public Response answer() {
    Response.ResponseBuilder answer = Response.created(URI.create(location));
    if (replay == null) {
      return answer.entity(view).build();
    }
    if (replay.path("version").isInt()) {
      answer.header("ETag", "\"" + replay.path("version").asInt() + "\"");
    }
    return answer.entity(replay).header("Idempotency-Replayed", "true").build();
  }
}
