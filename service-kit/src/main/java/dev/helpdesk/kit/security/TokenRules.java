package dev.helpdesk.kit.security;

import dev.helpdesk.contracts.user.Role;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.vertx.core.json.JsonObject;
import jakarta.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** What a token must be like to hold here, and what we take from it. */
final class TokenRules {
  private TokenRules() {}

  static JWTAuthContextInfo of(SecuritySettings settings) {
    JWTAuthContextInfo rules = new JWTAuthContextInfo();
    rules.setIssuedBy(settings.issuer());
    rules.setExpectedAudience(Set.of(settings.audience()));
    rules.setSignatureAlgorithm(Set.of(SignatureAlgorithm.RS256, SignatureAlgorithm.ES256));
    rules.setRequiredClaims(Set.of("sub", "groups", "exp", "iat"));
    rules.setClockSkew(0);
    return rules;
  }

  /** The key id in the header of a token that is not verified yet; null where there is none. */
  static @Nullable String keyId(String token) {
    int dot = token.indexOf('.');
    if (dot < 0 || token.length() > 8192) {
      return null;
    }
    try {
      byte[] header = Base64.getUrlDecoder().decode(token.substring(0, dot));
      return new JsonObject(new String(header, StandardCharsets.UTF_8)).getString("kid");
    } catch (RuntimeException e) {
      return null;
    }
  }

  static @Nullable Actor actor(JsonWebToken jwt) {
    try {
      Role role = jwt.getGroups().stream().map(Role::of).max(Role::compareTo).orElseThrow();
      String email = String.valueOf(jwt.<Object>getClaim("upn"));
      Set<Scope> scopes = scopes(jwt);
      return new Actor(UUID.fromString(jwt.getSubject()), email, within(scopes, role), scopes);
    } catch (RuntimeException e) {
      return null;
    }
  }

  /** An admin's token that may not do admin things makes no admin, in any service's policy. */
  private static Role within(Set<Scope> scopes, Role role) {
    boolean withheld = !scopes.isEmpty() && !scopes.contains(Scope.ADMIN);
    return withheld && role == Role.ADMIN ? Role.AGENT : role;
  }

  private static Set<Scope> scopes(JsonWebToken jwt) {
    Object claim = jwt.getClaim("scopes");
    if (claim == null) {
      return Set.of();
    }
    // Empty would read as a session, which may do everything: refuse rather than widen.
    if (!(claim instanceof Collection<?> names) || names.isEmpty()) {
      throw new IllegalArgumentException("scopes name nothing");
    }
    return names.stream()
        .map(name -> name instanceof JsonString text ? text.getString() : name.toString())
        .map(name -> Scope.valueOf(name.toUpperCase(Locale.ROOT)))
        .collect(Collectors.toUnmodifiableSet());
  }
}
