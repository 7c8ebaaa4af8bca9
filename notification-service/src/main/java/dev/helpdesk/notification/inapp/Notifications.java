package dev.helpdesk.notification.inapp;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.helpdesk.kit.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes notifications; in the transaction of the event that causes them. */
@ApplicationScoped
public class Notifications {
  private static final String ADD =
      "INSERT INTO notification (id, event_id, user_id, type, mail_at, ticket_uuid, ticket_id,"
          + " space_id, internal, title, actor_id, actor_name, text, occurred_at, created_at)"
          + " SELECT n.id, $5, n.user_id, n.type, n.mail_at, $6, $7, $8, $9, $10, $11, $12, $13, $14,"
          + " $15 FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[])"
          + " AS n (id, user_id, type, mail_at) ON CONFLICT (event_id, user_id) DO NOTHING";

  private final Feed feed;

  Notifications(Feed feed) {
    this.feed = feed;
  }

  /** After the commit: those who listen here need not wait for the next look. */
  public void hurry() {
    feed.look();
  }

  public Uni<Void> add(SqlConnection transaction, Happened what, List<NewNotification> all) {
    if (all.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return transaction.preparedQuery(ADD).execute(values(what, all)).replaceWithVoid();
  }

  private static Tuple values(Happened what, List<NewNotification> all) {
    return Tuple.from(
        new @Nullable Object[] {
          all.stream().map(n -> UuidCreator.getTimeOrderedEpoch()).toArray(UUID[]::new),
          all.stream().map(NewNotification::user).toArray(UUID[]::new),
          all.stream().map(n -> n.type().wire()).toArray(String[]::new),
          all.stream().map(n -> Rows.timeOrNull(n.mailAt())).toArray(OffsetDateTime[]::new),
          what.event(),
          what.ticket(),
          what.ticketKey(),
          what.space(),
          what.internal(),
          what.title(),
          what.actor(),
          what.actorName(),
          what.text(),
          Rows.time(what.occurredAt()),
          Rows.time(Instant.now())
        });
  }
}
