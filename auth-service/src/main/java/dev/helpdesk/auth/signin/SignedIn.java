package dev.helpdesk.auth.signin;

import dev.helpdesk.auth.account.UserView;
import dev.helpdesk.auth.session.Session;
import dev.helpdesk.auth.token.AccessToken;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A session's pair of tokens and who they are for. */
record SignedIn(
    @Schema(description = "The access token, for Authorization: Bearer") String token,
    @Schema(description = "For the next pair, once") String refreshToken,
    @Schema(examples = "Bearer") String tokenType,
    @Schema(description = "Seconds until the access token expires", examples = "900")
        long expiresIn,
    UserView user) {
  static SignedIn of(AccessToken access, Session session, UserView user) {
    return new SignedIn(access.token(), session.refreshToken(), "Bearer", access.expiresIn(), user);
  }
}
