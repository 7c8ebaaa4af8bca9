package dev.helpdesk.notification.delivery;

import dev.helpdesk.notification.mail.Mail;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A delivery that this process has claimed. */
record DueDelivery(
    UUID id,
    String recipient,
    int attempts,
    Instant giveUpAt,
    @Nullable String traceparent,
    Mail mail) {
  static final String COLUMNS =
      "d.id, d.recipient, d.attempts, d.give_up_at, d.traceparent, d.subject, d.text_body, d.html_body";

  static DueDelivery from(Row row) {
    return new DueDelivery(
        row.getUUID("id"),
        row.getString("recipient"),
        row.getInteger("attempts"),
        row.getOffsetDateTime("give_up_at").toInstant(),
        row.getString("traceparent"),
        new Mail(row.getString("subject"), row.getString("text_body"), row.getString("html_body")));
  }
}
