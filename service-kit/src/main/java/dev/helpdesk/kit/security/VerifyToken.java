package dev.helpdesk.kit.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.helpdesk.kit.problem.CommonError;
import dev.helpdesk.kit.problem.ProblemException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jspecify.annotations.Nullable;

/**
 * Verifies access tokens against the key ring; comes before SmallRye's own provider, which would
 * read the keys with a blocking call and ask again for an unknown key only after half an hour. A
 * verified token is remembered until it expires or its key is withdrawn: the signature of the same
 * text need not be computed twice.
 */
@ApplicationScoped
class VerifyToken implements IdentityProvider<TokenAuthenticationRequest> {
  private final KeyRing keys;
  private final JWTParser parser;
  private final JWTAuthContextInfo rules;
  private final Cache<String, Verified> verified;

  private record Verified(SecurityIdentity identity, PublicKey key) {}

  VerifyToken(KeyRing keys, JWTParser parser, SecuritySettings settings) {
    this.keys = keys;
    this.parser = parser;
    this.rules = TokenRules.of(settings);
    this.verified = Caffeine.newBuilder().maximumSize(settings.rememberedTokens()).build();
  }

  @Override
  public int priority() {
    return SYSTEM_FIRST + 1_000;
  }

  @Override
  public Class<TokenAuthenticationRequest> getRequestType() {
    return TokenAuthenticationRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      TokenAuthenticationRequest request, AuthenticationRequestContext context) {
    String token = request.getToken().getToken();
    String keyId = TokenRules.keyId(token);
    if (keyId == null) {
      return Uni.createFrom().failure(new AuthenticationFailedException());
    }
    return keys.find(keyId).map(key -> identify(token, key));
  }

  /** A withdrawn key ends what it signed, remembered or not. */
  private SecurityIdentity identify(String token, @Nullable PublicKey key) {
    Verified known = verified.getIfPresent(token);
    return known != null && known.key().equals(key)
        ? stillValid(token, known.identity())
        : verify(token, key);
  }

  private SecurityIdentity stillValid(String token, SecurityIdentity known) {
    JsonWebToken jwt = (JsonWebToken) known.getPrincipal();
    if (jwt.getExpirationTime() <= Instant.now().getEpochSecond()) {
      verified.invalidate(token);
      throw expired();
    }
    return known;
  }

  private SecurityIdentity verify(String token, @Nullable PublicKey key) {
    if (key == null) {
      throw new AuthenticationFailedException();
    }
    JWTAuthContextInfo withKey = new JWTAuthContextInfo(rules);
    withKey.setPublicVerificationKey(key);
    try {
      JsonWebToken jwt = parser.parse(token, withKey);
      SecurityIdentity identity = identity(jwt);
      verified.put(token, new Verified(identity, key));
      return identity;
    } catch (ParseException e) {
      throw isExpired(e) ? expired() : new AuthenticationFailedException();
    }
  }

  private static SecurityIdentity identity(JsonWebToken jwt) {
    Actor actor = TokenRules.actor(jwt);
    if (actor == null) {
      throw new AuthenticationFailedException();
    }
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(jwt)
        .addRoles(Set.of(actor.role().wire()))
        .addAttribute(Actor.class.getName(), actor)
        .build();
  }

  private static AuthenticationFailedException expired() {
    return new AuthenticationFailedException(
        ProblemException.unauthorized(CommonError.TOKEN_EXPIRED, "The access token has expired."));
  }

  private static boolean isExpired(ParseException failure) {
    return failure.getCause() instanceof InvalidJwtException invalid && invalid.hasExpired();
  }
}
