package dev.helpdesk.notification.inapp;

import dev.helpdesk.kit.page.Listing;
import dev.helpdesk.kit.page.Lists;
import dev.helpdesk.kit.page.Page;
import dev.helpdesk.kit.page.PageQuery;
import dev.helpdesk.kit.page.Sort;
import dev.helpdesk.kit.problem.ProblemException;
import dev.helpdesk.kit.security.Actor;
import dev.helpdesk.kit.sql.Rows;
import dev.helpdesk.kit.web.IfMatch;
import dev.helpdesk.notification.directory.Sight;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people do with their notifications. */
@ApplicationScoped
class NotificationService {
  /** Newest first: ids are made in the order of time. */
  private static final Sort NEWEST = new Sort("n.id", "uuid", true);

  private static final String FROM = "notification n" + Sight.join("n");
  private static final String FIND =
      "SELECT "
          + NotificationView.COLUMNS
          + " FROM "
          + FROM
          + " WHERE n.id = $1 AND n.user_id = $2 AND "
          + Sight.sees("n")
          + " FOR UPDATE OF n";
  private static final String READ =
      "UPDATE notification n SET read_at = now(), mail_at = NULL WHERE id = $1 RETURNING "
          + NotificationView.COLUMNS;
  private static final String READ_ALL =
      "UPDATE notification SET read_at = now(), mail_at = NULL"
          + " WHERE user_id = $1 AND read_at IS NULL";

  private final Pool pool;
  private final Lists lists;

  NotificationService(Pool pool, Lists lists) {
    this.pool = pool;
    this.lists = lists;
  }

  Uni<Page<NotificationView>> list(Actor actor, NotificationFilter filter, PageQuery page) {
    Listing listing =
        new Listing("notifications", NotificationView.COLUMNS, FROM, "n.id", "uuid", NEWEST)
            .where("n.user_id = ?", actor.id())
            .where(Sight.sees("n"));
    if (filter.unread != null) {
      listing.where(filter.unread.equals("true") ? "n.read_at IS NULL" : "n.read_at IS NOT NULL");
    }
    return lists.read(listing, page, NotificationView::from);
  }

  /** Read is read: the second time changes nothing. */
  Uni<NotificationView> read(Actor actor, UUID id, @Nullable IfMatch expected) {
    return pool.withTransaction(
        transaction ->
            transaction
                .preparedQuery(FIND)
                .execute(Tuple.of(id, actor.id()))
                .map(rows -> Rows.first(rows, NotificationView::from))
                .onItem()
                .ifNull()
                .failWith(ProblemException::notFound)
                .invoke(found -> IfMatch.check(expected, null, found.version()))
                .chain(found -> markRead(transaction, found)));
  }

  private static Uni<NotificationView> markRead(SqlConnection transaction, NotificationView found) {
    return found.read()
        ? Uni.createFrom().item(found)
        : transaction
            .preparedQuery(READ)
            .execute(Tuple.of(found.id()))
            .map(rows -> NotificationView.from(rows.iterator().next()));
  }

  Uni<Void> readAll(Actor actor) {
    return pool.preparedQuery(READ_ALL).execute(Tuple.of(actor.id())).replaceWithVoid();
  }
}
