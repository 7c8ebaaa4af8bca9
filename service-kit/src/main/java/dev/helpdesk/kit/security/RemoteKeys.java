package dev.helpdesk.kit.security;

import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import io.vertx.mutiny.ext.web.client.WebClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.security.PublicKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/** auth-service's keys over HTTP, without blocking the event loop. */
@ApplicationScoped
@DefaultBean
class RemoteKeys implements VerificationKeys {
  private final WebClient http;
  private final String address;

  RemoteKeys(
      Vertx vertx,
      @ConfigProperty(name = "helpdesk.auth.url", defaultValue = "http://localhost:8081")
          String authUrl) {
    this.http = WebClient.create(vertx);
    this.address = authUrl.replaceAll("/+$", "") + "/.well-known/jwks.json";
  }

  @Override
  public Uni<Map<String, PublicKey>> read() {
    return http.getAbs(address)
        .send()
        .ifNoItem()
        .after(Duration.ofSeconds(3))
        .fail()
        .map(RemoteKeys::parse);
  }

  private static Map<String, PublicKey> parse(HttpResponse<?> answer) {
    if (answer.statusCode() != 200) {
      throw new KeysUnavailableException("auth-service answered " + answer.statusCode());
    }
    try {
      Map<String, PublicKey> keys = new HashMap<>();
      for (JsonWebKey key : new JsonWebKeySet(answer.bodyAsString()).getJsonWebKeys()) {
        if (key instanceof PublicJsonWebKey publicKey && key.getKeyId() != null) {
          keys.put(key.getKeyId(), publicKey.getPublicKey());
        }
      }
      return keys;
    } catch (JoseException e) {
      throw new KeysUnavailableException("auth-service answered something that is no key set");
    }
  }

  /** Our trouble, not the caller's: answered with 503 rather than 401. */
  @SuppressWarnings("serial")
  static final class KeysUnavailableException extends RuntimeException {
    KeysUnavailableException(String message) {
      super(message, new ConnectException(message));
    }
  }
}
