package dev.helpdesk.notification.delivery;

import dev.helpdesk.kit.page.Listing;
import dev.helpdesk.kit.page.Lists;
import dev.helpdesk.kit.page.Page;
import dev.helpdesk.kit.page.PageQuery;
import dev.helpdesk.kit.page.Sort;
import dev.helpdesk.kit.problem.CommonError;
import dev.helpdesk.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;

/** What operators do with deliveries. */
@ApplicationScoped
class DeliveryService {
  /** Newest first: ids are made in the order of time. */
  private static final Sort NEWEST = new Sort("id", "uuid", true);

  private static final String FIND =
      "SELECT " + DeliveryView.COLUMNS + " FROM delivery WHERE id = $1";
  private static final String RETRY =
      "WITH asked AS (UPDATE mail_domain SET paused_until = now() WHERE domain ="
          + " (SELECT domain FROM delivery WHERE id = $1)) UPDATE delivery SET status = 'pending', next_try_at = now(), claimed_until = NULL,"
          + " give_up_at = greatest(give_up_at, now() + $2 * interval '1 second')"
          + " WHERE id = $1 AND status <> 'sent' AND content IS NOT NULL"
          + " AND (claimed_until IS NULL OR claimed_until < now()) RETURNING "
          + DeliveryView.COLUMNS;

  private final Pool pool;
  private final Lists lists;
  private final SendPendingMail sender;
  private final Duration giveUpAfter;

  DeliveryService(Pool pool, Lists lists, SendPendingMail sender, DeliverySettings settings) {
    this.pool = pool;
    this.lists = lists;
    this.sender = sender;
    this.giveUpAfter = settings.giveUpAfter();
  }

  Uni<Page<DeliveryView>> list(DeliveryFilter filter, PageQuery page) {
    Listing listing =
        new Listing("deliveries", DeliveryView.COLUMNS, "delivery", "id", "uuid", NEWEST);
    if (filter.status != null) {
      listing.where("status = ?", filter.status);
    }
    if (filter.recipient != null) {
      listing.where("recipient = ?", filter.recipient.toLowerCase(Locale.ROOT));
    }
    if (filter.ticket != null) {
      whereTicket(listing, filter.ticket);
    }
    return lists.read(listing, page, DeliveryView::from);
  }

  private static void whereTicket(Listing listing, String ticket) {
    try {
      listing.where("ticket_uuid = ?", UUID.fromString(ticket));
    } catch (IllegalArgumentException e) {
      listing.where("ticket_id = ?", ticket.toUpperCase(Locale.ROOT));
    }
  }

  /** Tries a parked or waiting delivery again at once. */
  Uni<DeliveryView> retry(UUID id) {
    return pool.preparedQuery(RETRY)
        .execute(Tuple.of(id, (double) giveUpAfter.toSeconds()))
        .chain(rows -> rows.rowCount() == 1 ? Uni.createFrom().item(first(rows)) : refuse(id))
        .invoke(() -> sender.wake(Lane.ORDINARY));
  }

  private Uni<DeliveryView> refuse(UUID id) {
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(id))
        .map(
            rows -> {
              if (rows.rowCount() == 0) {
                throw ProblemException.notFound();
              }
              throw new ProblemException(
                  CommonError.CONFLICT,
                  "This mail was sent already, is being sent, or its content is past its time.");
            });
  }

  private static DeliveryView first(RowSet<Row> rows) {
    return DeliveryView.from(rows.iterator().next());
  }
}
