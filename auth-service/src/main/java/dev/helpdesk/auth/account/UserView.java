package dev.helpdesk.auth.account;

import dev.helpdesk.contracts.user.Role;
import dev.helpdesk.contracts.user.UserState;
import dev.helpdesk.kit.web.Versioned;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A person as they themselves, agents and administrators see them. */
@Schema(name = "User")
public record UserView(
    UUID id,
    @Schema(examples = "Ada Lovelace") String name,
    @Schema(examples = "ada") String username,
    @Schema(examples = "ada@example.org") String email,
    @Schema(examples = "user") Role role,
    @Schema(examples = "ada-l") @Nullable String githubUsername,
    @Schema(examples = "en") String language,
    boolean active,
    int version,
    Instant createdAt,
    Instant updatedAt)
    implements Versioned {
  static final String COLUMNS =
      "id, name, username, email, role, github_username, language, active, version, created_at,"
          + " updated_at";

  public static UserView from(Account account) {
    UserState state = account.state();
    return new UserView(
        state.id(),
        state.name(),
        state.username(),
        state.email(),
        state.role(),
        state.githubUsername(),
        state.language(),
        state.active(),
        state.version(),
        state.createdAt(),
        state.updatedAt());
  }

  static UserView from(Row row) {
    return new UserView(
        row.getUUID("id"),
        row.getString("name"),
        row.getString("username"),
        row.getString("email"),
        Role.valueOf(row.getString("role")),
        row.getString("github_username"),
        row.getString("language"),
        row.getBoolean("active"),
        row.getInteger("version"),
        row.getOffsetDateTime("created_at").toInstant(),
        row.getOffsetDateTime("updated_at").toInstant());
  }
}
