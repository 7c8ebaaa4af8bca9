package dev.helpdesk.ticketing.link;

import dev.helpdesk.ticketing.ticket.Status;
import io.vertx.mutiny.sqlclient.Row;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A link as one of its ends sees it. */
@Schema(name = "Link")
record LinkView(
    UUID id,
    @Schema(
            enumeration = {"blocks", "blocked_by", "duplicates", "duplicated_by", "relates"},
            examples = "blocked_by")
        String type,
    LinkedTicket ticket) {

  /** The other end. */
  @Schema(name = "LinkedTicket")
  record LinkedTicket(@Schema(examples = "SA-2") String ticketId, String title, Status status) {}

  /** Of the ticket $3; the other one is t. */
  static final String COLUMNS =
      "l.id, l.type, l.from_id = $3 AS outward, t.space_key, t.number, t.title, t.status, t.id";

  static LinkView from(Row row) {
    LinkType type = LinkType.of(row.getString(1));
    return new LinkView(
        row.getUUID(0),
        row.getBoolean(2) ? type.wire() : type.mirror(),
        new LinkedTicket(
            row.getString(3) + "-" + row.getInteger(4),
            row.getString(5),
            Status.ranked(row.getShort(6))));
  }
}
