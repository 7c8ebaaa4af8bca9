package dev.helpdesk.kit.security;

import io.smallrye.mutiny.Uni;
import java.security.PublicKey;
import java.util.Map;

/** Where public keys come from: over HTTP from auth-service, or, in auth-service, its own table. */
public interface VerificationKeys {
  /** All keys that hold at this moment, by key id. */
  Uni<Map<String, PublicKey>> read();
}
