package dev.helpdesk.auth;

import dev.helpdesk.contracts.user.Role;
import dev.helpdesk.test.BodyFailureFamilies;
import dev.helpdesk.test.HelpdeskResource;
import dev.helpdesk.test.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** Every family of failure has its whole problem document here too. */
@QuarkusTest
@QuarkusTestResource(HelpdeskResource.class)
class AuthFailuresTest extends BodyFailureFamilies {
  /** The test kit signs with a key that this service has published, as if it were an older one. */
  @BeforeEach
  void trustTheTestKey() {
    String body = java.util.Base64.getMimeEncoder().encodeToString(Tokens.publicKey());
    Database.run(
        "INSERT INTO signing_key (kid, public_key, signs_from) VALUES ($1, $2, (SELECT"
            + " max(signs_from) - interval '1 millisecond' FROM signing_key WHERE signs_from <= now()))"
            + " ON CONFLICT (kid) DO UPDATE SET signs_from = excluded.signs_from",
        Tokens.keyId(),
        body);
  }

  @Override
  protected String list() {
    return "/api/v1/users";
  }

  @Override
  protected String token() {
    return Tokens.of(UUID.randomUUID(), "admin@example.org", Role.ADMIN);
  }

  @Override
  protected String write() {
    return "/api/v1/otp/send-otp";
  }

  @Override
  protected String field() {
    return "email";
  }

  @Override
  protected String body() {
    return "{\"email\":\"ada@example.org\"}";
  }

  @Override
  protected boolean writeNeedsToken() {
    return false;
  }
}
