package dev.helpdesk.kit.security;

/** Who may call an endpoint at all; what depends on the object is the feature's policy. */
public enum Who {
  /** Machines that watch or verify us (health, JWKS): no token, no limit. */
  PROBE,
  /** Anybody, without a token; limited by address. */
  ANYONE,
  /** Machines that sign what they send (webhooks): no token; limited by address, far higher. */
  SIGNED,
  USER,
  AGENT,
  ADMIN;

  boolean needsToken() {
    return this == USER || this == AGENT || this == ADMIN;
  }
}
