package dev.helpdesk.auth.accesstoken;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A new personal access token with its secret, which is never shown again. */
@Schema(name = "NewAccessToken")
record NewTokenView(
    UUID id,
    @Schema(examples = "ci") String name,
    @Schema(examples = "[\"read\"]") List<String> scopes,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Instant lastUsedAt,
    @Schema(description = "The secret; keep it", examples = "hdp_…") String token) {
  static NewTokenView of(TokenView view, String secret) {
    return new NewTokenView(
        view.id(),
        view.name(),
        view.scopes(),
        view.createdAt(),
        view.expiresAt(),
        view.lastUsedAt(),
        secret);
  }

  /** Never the secret. */
  @Override
  public String toString() {
    return "NewTokenView[" + id + "]";
  }
}
