package dev.helpdesk.notification.delivery;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.helpdesk.kit.sql.Rows;
import dev.helpdesk.kit.web.Trace;
import dev.helpdesk.notification.mail.MessageIds;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Makes mails due; in the transaction of the event that causes them. */
@ApplicationScoped
public class Deliveries {
  /**
   * The first mail to somebody about a ticket begins their thread. Within the reader's digest time
   * after a mail that went out by itself, the next ones wait for its end and go out as one.
   */
  private static final String ADD =
      """
      INSERT INTO delivery (id, event_id, type, recipient, domain, user_id, lane, status, attempts,
        next_try_at, give_up_at, created_at, occurred_at, ticket_id, ticket_uuid, space_id, internal,
        language, content, message_id, in_reply_to, bundle, traceparent)
      SELECT n.id, $10, n.type, n.recipient, split_part(n.recipient, '@', 2), n.user_id, $11,
        'pending', 0,
        coalesce(leader.created_at + n.digest * interval '1 minute',
          $12::timestamptz + n.delay * interval '1 second'),
        $13::timestamptz + n.delay * interval '1 second', $12, $14, $15, $16, $17, $18,
        n.language, n.content, n.message_id, thread.message_id, coalesce(n.bundle, leader.id), $19
      FROM unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::text[], $6::text[], $7::text[],
             $8::int[], $9::int[], $20::uuid[])
        AS n (id, type, recipient, user_id, language, content, message_id, digest, delay, bundle)
      LEFT JOIN LATERAL (
        SELECT d.message_id FROM delivery d
         WHERE d.recipient = n.recipient AND d.ticket_uuid = $16 ORDER BY d.id LIMIT 1) thread ON true
      LEFT JOIN LATERAL (
        SELECT d.id, d.created_at FROM delivery d
         WHERE d.recipient = n.recipient AND d.ticket_uuid = $16 AND n.digest > 0
           AND d.bundle IS NULL AND d.created_at > $12::timestamptz - n.digest * interval '1 minute'
         ORDER BY d.id DESC LIMIT 1) leader ON true
      ON CONFLICT (event_id, recipient) DO NOTHING""";

  private final DeliverySettings settings;
  private final SendPendingMail sender;
  private final MessageIds ids;

  Deliveries(DeliverySettings settings, SendPendingMail sender, MessageIds ids) {
    this.settings = settings;
    this.sender = sender;
    this.ids = ids;
  }

  /** After the commit: what is due in this lane need not wait for the next look. */
  public void hurry(Lane lane) {
    sender.wake(lane);
  }

  /** Whether mail about something so old is not sent any more. */
  public boolean isStale(Instant occurredAt) {
    return occurredAt.plus(settings.giveUpAfter()).isBefore(Instant.now());
  }

  /** useless is the moment after which the mails would only confuse; null for ordinary mail. */
  public Uni<Void> add(
      SqlConnection transaction,
      Cause cause,
      Lane lane,
      @Nullable Instant useless,
      List<NewDelivery> deliveries) {
    if (deliveries.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return transaction
        .preparedQuery(ADD)
        .execute(values(cause, lane, useless, deliveries))
        .replaceWithVoid();
  }

  private Tuple values(
      Cause cause, Lane lane, @Nullable Instant useless, List<NewDelivery> deliveries) {
    Instant now = Instant.now();
    TicketPlace ticket = cause.ticket();
    return Tuple.from(
        new @Nullable Object[] {
          all(deliveries, d -> UuidCreator.getTimeOrderedEpoch(), UUID[]::new),
          all(deliveries, d -> d.type().wire(), String[]::new),
          all(deliveries, d -> d.recipient().toLowerCase(Locale.ROOT), String[]::new),
          all(deliveries, NewDelivery::user, UUID[]::new),
          all(deliveries, NewDelivery::language, String[]::new),
          all(deliveries, d -> d.content().json(), String[]::new),
          all(deliveries, d -> messageId(cause, d), String[]::new),
          all(deliveries, NewDelivery::digestMinutes, Integer[]::new),
          all(deliveries, d -> Math.toIntExact(d.delay().toSeconds()), Integer[]::new),
          cause.event(),
          (short) lane.ordinal(),
          Rows.time(now),
          Rows.time(useless == null ? now.plus(settings.giveUpAfter()) : useless),
          Rows.time(cause.occurredAt()),
          ticket == null ? null : ticket.key(),
          ticket == null ? null : ticket.id(),
          ticket == null ? null : ticket.space(),
          ticket != null && ticket.internal(),
          Trace.currentParent(),
          all(deliveries, NewDelivery::bundle, UUID[]::new)
        });
  }

  private String messageId(Cause cause, NewDelivery delivery) {
    String own = delivery.messageId();
    return own == null ? ids.of(cause.event(), delivery.recipient().toLowerCase(Locale.ROOT)) : own;
  }

  private static <T> T[] all(
      List<NewDelivery> deliveries,
      Function<NewDelivery, ? extends @Nullable T> value,
      IntFunction<T[]> array) {
    return deliveries.stream().map(value).toArray(array);
  }
}
