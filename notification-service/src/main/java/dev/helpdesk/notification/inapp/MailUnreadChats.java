package dev.helpdesk.notification.inapp;

import dev.helpdesk.kit.sql.Rows;
import dev.helpdesk.notification.delivery.Cause;
import dev.helpdesk.notification.delivery.Deliveries;
import dev.helpdesk.notification.delivery.Lane;
import dev.helpdesk.notification.delivery.NewDelivery;
import dev.helpdesk.notification.delivery.TicketPlace;
import dev.helpdesk.notification.mail.TicketNote;
import dev.helpdesk.notification.notice.NoticeType;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Chat messages that nobody read in the application for a while become mail: all of a ticket that
 * wait for the same reader as one. Each becomes due once, however many replicas look.
 */
@ApplicationScoped
class MailUnreadChats {
  private static final String TAKE =
      "UPDATE notification n SET mail_at = NULL FROM person p LEFT JOIN preference q"
          + " ON q.user_id = p.id WHERE p.id = n.user_id AND n.id IN (SELECT w.id FROM notification w"
          + " WHERE w.mail_at IS NOT NULL AND w.read_at IS NULL AND (w.user_id, w.ticket_uuid) IN"
          + " (SELECT d.user_id, d.ticket_uuid FROM notification d WHERE d.mail_at <= now()"
          + " AND d.read_at IS NULL ORDER BY d.mail_at LIMIT 100) FOR UPDATE SKIP LOCKED)"
          + " RETURNING n.event_id, n.user_id, n.ticket_uuid, n.ticket_id, n.space_id, n.title,"
          + " n.actor_name, n.occurred_at, p.email, p.active,"
          + " coalesce(q.language, p.language) AS language";

  private final Pool pool;
  private final Deliveries deliveries;

  MailUnreadChats(Pool pool, Deliveries deliveries) {
    this.pool = pool;
    this.deliveries = deliveries;
  }

  @Scheduled(
      every = "${helpdesk.notifications.chat-poll:5s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> mailUnread() {
    return pool.withTransaction(
            transaction ->
                transaction
                    .query(TAKE)
                    .execute()
                    .chain(rows -> add(transaction, Rows.all(rows, r -> r))))
        .invoke(added -> hurry(added))
        .replaceWithVoid();
  }

  private void hurry(boolean added) {
    if (added) {
      deliveries.hurry(Lane.ORDINARY);
    }
  }

  private Uni<Boolean> add(SqlConnection transaction, List<Row> unread) {
    Map<String, UUID> bundles = new HashMap<>();
    Uni<Void> added = Uni.createFrom().voidItem();
    for (Row row : unread) {
      if (Boolean.TRUE.equals(row.getBoolean("active"))) {
        String reader = row.getUUID("user_id") + "/" + row.getUUID("ticket_uuid");
        UUID bundle = bundles.computeIfAbsent(reader, key -> UUID.randomUUID());
        added = added.chain(() -> add(transaction, row, bundle));
      }
    }
    return added.replaceWith(!unread.isEmpty());
  }

  private Uni<Void> add(SqlConnection transaction, Row row, UUID bundle) {
    TicketPlace ticket =
        new TicketPlace(
            row.getUUID("ticket_uuid"), row.getString("ticket_id"), row.getUUID("space_id"), false);
    TicketNote note =
        new TicketNote(
            NoticeType.CHAT_MESSAGE,
            ticket.key(),
            row.getString("title"),
            row.getString("actor_name"),
            null,
            false,
            null,
            null,
            null,
            null);
    NewDelivery delivery =
        NewDelivery.of(
                NoticeType.CHAT_MESSAGE,
                row.getString("email"),
                row.getUUID("user_id"),
                row.getString("language"),
                note)
            .bundled(bundle);
    Cause cause = new Cause(row.getUUID("event_id"), Rows.instant(row, "occurred_at"), ticket);
    return deliveries.add(transaction, cause, Lane.ORDINARY, null, List.of(delivery));
  }
}
