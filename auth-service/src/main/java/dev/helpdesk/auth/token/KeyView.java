package dev.helpdesk.auth.token;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A signing key without its secret. */
@Schema(name = "SigningKey")
record KeyView(
    @Schema(examples = "875708d7-81ac-4115-9597-9a77b9ba4f61") String kid,
    @Schema(
            description = "next signs soon, previous only verifies, retired not even that",
            enumeration = {"next", "current", "previous", "retired"})
        String state,
    Instant createdAt,
    Instant signsFrom) {
  static final String COLUMNS = "kid, state, created_at, signs_from";

  static KeyView from(Row row) {
    return new KeyView(
        row.getString("kid"),
        row.getString("state"),
        row.getOffsetDateTime("created_at").toInstant(),
        row.getOffsetDateTime("signs_from").toInstant());
  }
}
