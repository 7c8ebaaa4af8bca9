package dev.helpdesk.local.gateway;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A file of the class path as it goes to a browser. */
record Asset(String mediaType, Buffer content) {

  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "html", "text/html;charset=utf-8",
          "css", "text/css;charset=utf-8",
          "js", "text/javascript;charset=utf-8",
          "png", "image/png");

  private static final Map<String, Optional<Asset>> LOADED = new ConcurrentHashMap<>();

  static Optional<Asset> find(String resource) {
    // Only names that are spelled out here can become keys, so strangers cannot fill the cache.
    return MEDIA_TYPES.containsKey(extension(resource))
        ? LOADED.computeIfAbsent(resource, Asset::load)
        : Optional.empty();
  }

  private static Optional<Asset> load(String resource) {
    try (InputStream in = Asset.class.getResourceAsStream(resource)) {
      return in == null
          ? Optional.empty()
          : Optional.of(
              new Asset(
                  MEDIA_TYPES.getOrDefault(extension(resource), ""),
                  Buffer.buffer(in.readAllBytes())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String extension(String resource) {
    return resource.substring(resource.lastIndexOf('.') + 1);
  }
}
