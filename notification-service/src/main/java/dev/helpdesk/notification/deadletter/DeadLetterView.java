package dev.helpdesk.notification.deadletter;

import dev.helpdesk.kit.sql.Rows;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An event that was set aside: where it stood and why; never its content. */
@Schema(name = "DeadLetter")
record DeadLetterView(
    UUID id,
    @Schema(examples = "helpdesk.tickets") String topic,
    int partition,
    long offset,
    @Schema(description = "The kind of failure") String reason,
    Instant createdAt,
    @Nullable Instant replayedAt) {

  static final String COLUMNS =
      "id, topic, partition, record_offset, reason, created_at, replayed_at";

  static DeadLetterView from(Row row) {
    return new DeadLetterView(
        row.getUUID("id"),
        row.getString("topic"),
        row.getInteger("partition"),
        row.getLong("record_offset"),
        row.getString("reason"),
        Rows.instant(row, "created_at"),
        Rows.findInstant(row, "replayed_at"));
  }
}
