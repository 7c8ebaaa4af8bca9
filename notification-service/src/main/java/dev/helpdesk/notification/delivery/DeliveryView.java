package dev.helpdesk.notification.delivery;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A delivery as admins see it; never the mail itself. */
@Schema(name = "Delivery")
record DeliveryView(
    UUID id,
    UUID eventId,
    String type,
    String recipient,
    @Nullable String ticketId,
    Status status,
    int attempts,
    @Nullable String lastAnswer,
    @Nullable Instant nextTryAt,
    Instant createdAt,
    @Nullable Instant sentAt) {

  static final String COLUMNS =
      "id, event_id, type, recipient, ticket_id, status, attempts, last_answer, next_try_at,"
          + " created_at, sent_at";

  static DeliveryView from(Row row) {
    Status status = Status.of(row.getString("status"));
    return new DeliveryView(
        row.getUUID("id"),
        row.getUUID("event_id"),
        row.getString("type"),
        row.getString("recipient"),
        row.getString("ticket_id"),
        status,
        row.getInteger("attempts"),
        row.getString("last_answer"),
        status == Status.PENDING ? instant(row.getOffsetDateTime("next_try_at")) : null,
        row.getOffsetDateTime("created_at").toInstant(),
        instant(row.getOffsetDateTime("sent_at")));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
