package dev.helpdesk.auth.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.helpdesk.kit.security.SecuritySettings;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes access tokens, signed off the event loop. */
@ApplicationScoped
public class TokenIssuer {
  private final KeyTable table;
  private final KeyFiles files;
  private final SecuritySettings rules;
  private final TokenSettings settings;
  private final Cache<String, PrivateKey> parsed = Caffeine.newBuilder().maximumSize(4).build();

  TokenIssuer(KeyTable table, KeyFiles files, SecuritySettings rules, TokenSettings settings) {
    this.table = table;
    this.files = files;
    this.rules = rules;
    this.settings = settings;
  }

  public Uni<AccessToken> issue(Subject subject) {
    var context = Vertx.currentContext();
    return table
        .read()
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(keys -> sign(subject, keys))
        .emitOn(task -> context.runOnContext(x -> task.run()));
  }

  /**
   * With the current key; a replica whose mount does not have it yet signs with the one before,
   * which verifiers still take.
   */
  private AccessToken sign(Subject subject, List<SigningKey> keys) {
    for (SigningKey key : keys) {
      PrivateKey half = key.signs() ? privateHalf(key) : null;
      if (half != null) {
        String token = claims(subject).jws().keyId(key.kid()).sign(half);
        return new AccessToken(token, settings.accessTtl().toSeconds());
      }
    }
    throw new IllegalStateException("No signing key; see helpdesk.jwt.keys-dir");
  }

  private @Nullable PrivateKey privateHalf(SigningKey key) {
    return parsed.get(
        key.kid(),
        kid -> {
          String pem =
              key.privatePem() != null || !files.areMounted()
                  ? key.privatePem()
                  : files.read().get(kid);
          return pem == null ? null : Pem.privateKey(pem);
        });
  }

  private JwtClaimsBuilder claims(Subject subject) {
    Instant now = Instant.now();
    JwtClaimsBuilder claims =
        Jwt.claims(Map.of("jti", UUID.randomUUID().toString()))
            .issuer(rules.issuer())
            .audience(rules.audience())
            .subject(subject.id().toString())
            .upn(subject.email())
            .groups(Set.of(subject.role().wire()))
            .issuedAt(now)
            .expiresAt(now.plus(settings.accessTtl()));
    if (subject.session() != null) {
      claims.claim("sid", subject.session().toString());
    }
    return subject.scopes().isEmpty() ? claims : claims.claim("scopes", subject.scopes());
  }
}
