package dev.helpdesk.auth.accesstoken;

import dev.helpdesk.auth.token.AccessToken;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A short-lived token with the scopes of the personal one. */
record ExchangedToken(
    @Schema(description = "For Authorization: Bearer") String token,
    @Schema(examples = "Bearer") String tokenType,
    @Schema(description = "Seconds until it expires", examples = "900") long expiresIn) {
  static ExchangedToken of(AccessToken access) {
    return new ExchangedToken(access.token(), "Bearer", access.expiresIn());
  }

  /** Never the token. */
  @Override
  public String toString() {
    return "ExchangedToken[]";
  }
}
