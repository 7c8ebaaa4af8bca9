package dev.helpdesk.ticketing.timeline;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.helpdesk.contracts.ticket.FieldChange;
import dev.helpdesk.kit.sql.Rows;
import dev.helpdesk.ticketing.directory.AuthorView;
import dev.helpdesk.ticketing.space.SpaceSight;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A line of the timeline; its changes go out as they were written. */
@Schema(name = "TimelineEntry")
public record EntryView(
    UUID id,
    @Nullable AuthorView actor,
    @Schema(examples = "status_changed") String action,
    @Schema(type = SchemaType.ARRAY, implementation = FieldChange.class) @JsonRawValue
        String changes,
    @Nullable UUID commentId,
    Instant createdAt) {

  static final String COLUMNS =
      "e.id, e.actor_id, p.name, e.action, e.changes::text, e.comment_id, e.created_at";
  static final String FROM =
      "timeline e LEFT JOIN person p ON p.id = e.actor_id LEFT JOIN ticket o ON o.id = e.other_id"
          + " LEFT JOIN space s ON s.id = o.space_id "
          + SpaceSight.MEMBERSHIP;

  /** What tells of another ticket is only for those who see that one too. */
  static final String VISIBLE =
      "(e.other_id IS NULL OR (o.deleted_at IS NULL AND " + SpaceSight.VISIBLE + "))";

  static EntryView from(Row row) {
    return new EntryView(
        row.getUUID(0),
        row.getString(2) == null ? null : new AuthorView(row.getUUID(1), row.getString(2)),
        row.getString(3),
        row.getString(4),
        row.getUUID(5),
        Rows.instant(row, "created_at"));
  }
}
