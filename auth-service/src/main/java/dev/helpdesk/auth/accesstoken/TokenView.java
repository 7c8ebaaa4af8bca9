package dev.helpdesk.auth.accesstoken;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A personal access token without its secret. */
@Schema(name = "AccessToken")
record TokenView(
    UUID id,
    @Schema(examples = "ci") String name,
    @Schema(examples = "[\"read\"]") List<String> scopes,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Instant lastUsedAt) {
  static final String COLUMNS = "id, name, scopes, created_at, expires_at, last_used_at";

  static TokenView from(Row row) {
    return new TokenView(
        row.getUUID("id"),
        row.getString("name"),
        List.of(row.getArrayOfStrings("scopes")),
        row.getOffsetDateTime("created_at").toInstant(),
        instant(row.getOffsetDateTime("expires_at")),
        instant(row.getOffsetDateTime("last_used_at")));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
