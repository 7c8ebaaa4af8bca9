package dev.helpdesk.ticketing.ticket;

import dev.helpdesk.kit.page.Listing;
import dev.helpdesk.kit.security.Actor;
import dev.helpdesk.ticketing.sla.Now;
import dev.helpdesk.ticketing.space.SeenSpace;
import dev.helpdesk.ticketing.space.Spaces;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All tickets of a list out of one snapshot, through a cursor at the server, as fast as the client
 * reads. PostgreSQL itself ends the transaction of a client that stops reading or takes too long.
 */
@ApplicationScoped
class TicketExport {
  private static final int ROWS = 500;

  private final Pool pool;
  private final Spaces spaces;
  private final TicketListing listings;
  private final ExportSettings settings;
  private final Now now;

  TicketExport(Pool pool, Spaces spaces, TicketListing listings, ExportSettings settings, Now now) {
    this.pool = pool;
    this.spaces = spaces;
    this.listings = listings;
    this.settings = settings;
    this.now = now;
  }

  /** The listing behind an export, with the moment that it speaks of. */
  record Order(Actor actor, Listing listing, Instant now) {}

  Uni<Order> order(Actor actor, @Nullable String space, TicketFilter filter) {
    TicketCriteria wanted = TicketCriteria.of(filter);
    Instant at = now.instant();
    return inside(actor, space)
        .chain(found -> listings.of(actor, found, wanted, at))
        .map(listing -> new Order(actor, listing, at));
  }

  private Uni<@Nullable SeenSpace> inside(Actor actor, @Nullable String space) {
    return space == null ? Uni.createFrom().nullItem() : spaces.require(pool, actor, space);
  }

  /** The tickets in batches. */
  Multi<List<TicketView>> read(Order order) {
    Function<Row, TicketView> view =
        row -> TicketView.of(TicketRow.seen(order.actor(), row), order.now());
    return Multi.createFrom()
        .resourceFromUni(pool::getConnection, connection -> rows(connection, order))
        .withFinalizer(
            TicketExport::commit,
            (connection, failure) -> abandon(connection),
            TicketExport::abandon)
        .onItem()
        .transform(view)
        .group()
        .intoLists()
        .of(ROWS);
  }

  private Multi<Row> rows(SqlConnection connection, Order order) {
    return connection
        .query(begin())
        .execute()
        .chain(() -> connection.prepare(order.listing().all()))
        .onItem()
        .transformToMulti(
            statement -> statement.createStream(ROWS, order.listing().values()).toMulti());
  }

  private String begin() {
    return "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;"
        + " SET LOCAL transaction_timeout = %d; SET LOCAL idle_in_transaction_session_timeout = %d"
            .formatted(settings.atMost().toMillis(), settings.stalled().toMillis());
  }

  private static Uni<Void> commit(SqlConnection connection) {
    return connection.query("COMMIT").execute().eventually(connection::close).replaceWithVoid();
  }

  /** The client is gone or the cursor failed: nothing of the connection is worth to be kept. */
  private static Uni<Void> abandon(SqlConnection connection) {
    return connection
        .query("ROLLBACK")
        .execute()
        .onFailure()
        .recoverWithNull()
        .eventually(connection::close)
        .replaceWithVoid();
  }
}
