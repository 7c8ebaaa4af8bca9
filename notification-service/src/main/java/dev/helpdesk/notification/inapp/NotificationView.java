package dev.helpdesk.notification.inapp;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.helpdesk.kit.sql.Rows;
import dev.helpdesk.kit.web.Versioned;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A notification as its reader sees it; its version tells unread (0) from read (1). */
@Schema(name = "Notification")
@JsonPropertyOrder({
  "id",
  "type",
  "ticketId",
  "title",
  "text",
  "actor",
  "read",
  "version",
  "createdAt",
  "readAt"
})
public record NotificationView(
    UUID id,
    @Schema(examples = "ticket.commented") String type,
    @Schema(examples = "SA-1") @Nullable String ticketId,
    @Schema(description = "The ticket's title") String title,
    @Schema(description = "What was written or changed, in short") @Nullable String text,
    @Nullable Actor actor,
    boolean read,
    int version,
    Instant createdAt,
    @Nullable Instant readAt)
    implements Versioned {

  /** Who did it; null for the system itself. */
  @Schema(name = "NotificationActor")
  public record Actor(UUID id, @Nullable String name) {}

  static final String COLUMNS =
      "n.id, n.type, n.ticket_id, n.title, n.text, n.actor_id, n.actor_name, n.created_at,"
          + " n.read_at";

  static NotificationView from(Row row) {
    Instant readAt = Rows.findInstant(row, "read_at");
    UUID actor = row.getUUID("actor_id");
    return new NotificationView(
        row.getUUID("id"),
        row.getString("type"),
        row.getString("ticket_id"),
        row.getString("title"),
        row.getString("text"),
        actor == null ? null : new Actor(actor, row.getString("actor_name")),
        readAt != null,
        readAt == null ? 0 : 1,
        Rows.instant(row, "created_at"),
        readAt);
  }
}
