package dev.helpdesk.ticketing.space;

import io.vertx.mutiny.sqlclient.Row;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody's place in a space. */
@Schema(name = "Member")
record MemberView(
    UUID userId,
    @Schema(examples = "Ada Lovelace") String name,
    @Schema(examples = "ada@example.org") String email,
    MemberRole role) {

  static MemberView from(Row row) {
    return new MemberView(
        row.getUUID("user_id"),
        row.getString("name"),
        row.getString("email"),
        Objects.requireNonNull(MemberRole.of(row.getString("role"))));
  }
}
