package dev.helpdesk.ticketing.ticket;

import dev.helpdesk.kit.problem.ProblemException;
import dev.helpdesk.kit.security.Actor;
import dev.helpdesk.kit.sql.Rows;
import dev.helpdesk.ticketing.space.SpaceRef;
import dev.helpdesk.ticketing.space.SpaceSight;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds one ticket, to read it or to change it; what the actor may not see is not there. */
@ApplicationScoped
public class Tickets {
  private static final String UNDER =
      " AND ($3::uuid IS NULL AND $4::text IS NULL OR s.id = $3 OR s.space_key = $4)";
  private static final String BY_ID = "t.id = $5";
  private static final String BY_KEY = "t.space_key = $5 AND t.number = $6";

  private static final String WATCHERS =
      "ARRAY(SELECT w.user_id FROM watcher w JOIN person p ON p.id = w.user_id"
          + " WHERE w.ticket_id = t.id AND p.active AND "
          + SpaceSight.PERSON_SEES;
  private static final String READ = "SELECT " + TicketRow.COLUMNS + " FROM " + TicketRow.FROM;
  private static final String READ_WATCHED =
      "SELECT "
          + TicketRow.COLUMNS
          + ", "
          + WATCHERS
          + ") AS watchers, "
          + WATCHERS
          + " AND "
          + SpaceSight.PERSON_IS_STAFF
          + ") AS staff_watchers FROM "
          + TicketRow.FROM;
  private static final String LOCK = "SELECT 1 FROM ticket t " + TicketRow.SPACE;

  /** As it is in this moment. */
  public Uni<SeenTicket> require(SqlClient client, Actor actor, TicketAddress address) {
    return find(client, READ, "", TicketRow.VISIBLE, actor, address)
        .map(row -> TicketRow.seen(actor, row));
  }

  /**
   * Nobody else changes it until the commit. It is read after the lock was had, in a statement of
   * its own, so that rights that changed in the meantime count.
   */
  public Uni<SeenTicket> requireLocked(
      SqlConnection transaction, Actor actor, TicketAddress address) {
    return requireLocked(transaction, actor, address, TicketRow.VISIBLE);
  }

  /** A deleted one, too. */
  Uni<SeenTicket> requireLockedEvenDeleted(
      SqlConnection transaction, Actor actor, TicketAddress address) {
    return requireLocked(transaction, actor, address, SpaceSight.VISIBLE);
  }

  private Uni<SeenTicket> requireLocked(
      SqlConnection transaction, Actor actor, TicketAddress address, String visible) {
    Uni<Row> lock = find(transaction, LOCK, " FOR UPDATE OF t", visible, actor, address);
    Uni<Row> read = find(transaction, READ_WATCHED, "", visible, actor, address);
    return Uni.join().all(lock, read).andFailFast().map(rows -> watched(actor, rows.get(1)));
  }

  private static SeenTicket watched(Actor actor, Row row) {
    return new SeenTicket(
        TicketRow.ticket(row),
        TicketRow.standing(actor, row),
        List.of(row.getArrayOfUUIDs("watchers")),
        List.of(row.getArrayOfUUIDs("staff_watchers")));
  }

  private static Uni<Row> find(
      SqlClient client,
      String select,
      String suffix,
      String visible,
      Actor actor,
      TicketAddress address) {
    TicketAddress.Place place = address.place();
    if (place == null) {
      return Uni.createFrom().failure(ProblemException::notFound);
    }
    String where = place.id() == null ? BY_KEY : BY_ID;
    return client
        .preparedQuery(select + " WHERE " + where + " AND " + visible + UNDER + suffix)
        .execute(values(actor, address.under(), place))
        .map(rows -> Rows.first(rows, row -> row))
        .onItem()
        .ifNull()
        .failWith(ProblemException::notFound);
  }

  private static Tuple values(Actor actor, @Nullable SpaceRef under, TicketAddress.Place place) {
    // A space that nothing can be called is the nil id, under which there is no ticket.
    boolean nameless = under != null && under.id() == null && under.key() == null;
    UUID spaceId = nameless ? new UUID(0, 0) : under == null ? null : under.id();
    Tuple values =
        Tuple.of(
            actor.id(), SpaceSight.seesAll(actor), spaceId, under == null ? null : under.key());
    return place.id() == null
        ? values.addString(place.spaceKey()).addInteger(place.number())
        : values.addUUID(place.id());
  }
}
