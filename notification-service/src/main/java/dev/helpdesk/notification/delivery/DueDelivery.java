package dev.helpdesk.notification.delivery;

import dev.helpdesk.kit.sql.Rows;
import dev.helpdesk.notification.mail.Envelope;
import dev.helpdesk.notification.mail.MailContent;
import dev.helpdesk.notification.notice.NoticeType;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that this process has claimed. Content is JSON until it is needed: a row that cannot
 * be read spoils no other.
 */
record DueDelivery(
    UUID id,
    NoticeType type,
    String recipient,
    String domain,
    int attempts,
    Instant giveUpAt,
    @Nullable UUID bundle,
    @Nullable String traceparent,
    @Nullable String content,
    Envelope envelope,
    boolean allowed,
    boolean tooMany,
    boolean domainFails) {

  static DueDelivery from(Row row) {
    NoticeType type = NoticeType.of(row.getString("type"));
    return new DueDelivery(
        row.getUUID("id"),
        type,
        row.getString("recipient"),
        row.getString("domain"),
        row.getInteger("attempts"),
        Rows.instant(row, "give_up_at"),
        row.getUUID("bundle"),
        row.getString("traceparent"),
        row.getString("content"),
        new Envelope(
            type,
            row.getUUID("user_id"),
            row.getString("language"),
            row.getString("message_id"),
            row.getString("in_reply_to"),
            row.getUUID("ticket_uuid")),
        row.getBoolean("allowed"),
        row.getBoolean("too_many"),
        row.getBoolean("domain_fails"));
  }

  MailContent read() {
    if (content == null) {
      throw new IllegalArgumentException("The content is gone");
    }
    return MailContent.read(type, content);
  }

  /** Never the content. */
  @Override
  public String toString() {
    return "DueDelivery[" + id + "]";
  }
}
