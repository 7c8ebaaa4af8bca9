package dev.helpdesk.ticketing.ticket;

import dev.helpdesk.kit.sql.Rows;
import dev.helpdesk.ticketing.sla.SlaPolicies;
import dev.helpdesk.ticketing.sla.SlaPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tickets of whose deadlines there may be something to tell. */
@ApplicationScoped
public class AlarmedTickets {
  private static final String DUE = "t.sla_next_at <= $1 AND t.deleted_at IS NULL";
  private static final String ANY = "SELECT 1 FROM ticket t WHERE " + DUE + " LIMIT 1";
  private static final String TERMS =
      "(SELECT p.terms::text FROM (SELECT space_id, version, terms FROM sla_policy UNION ALL"
          + " SELECT space_id, version, terms FROM sla_policy_past) p"
          + " WHERE p.space_id = t.space_id AND p.version = t.sla_version) AS terms";
  private static final String OWNERS =
      "ARRAY(SELECT o.user_id FROM member o WHERE o.space_id = t.space_id AND o.role = 'owner'"
          + " ORDER BY o.user_id) AS owners";
  // What another replica works on is left to it.
  private static final String LOCK =
      "SELECT "
          + TicketRow.COLUMNS
          + ", "
          + TicketRow.MORE_COLUMNS
          + ", s.deleted_at AS space_deleted_at, "
          + TERMS
          + ", "
          + OWNERS
          + " FROM "
          + TicketRow.FROM
          + " WHERE "
          + DUE.replace("$1", "$3")
          + " AND $2 ORDER BY t.sla_next_at LIMIT $4 FOR UPDATE OF t SKIP LOCKED";
  private static final String NEXT =
      "UPDATE ticket t SET sla_next_at = n.next_at"
          + " FROM unnest($1::uuid[], $2::timestamptz[]) AS n (id, next_at) WHERE t.id = n.id";
  private static final UUID NOBODY = new UUID(0, 0);

  private final SlaPolicies policies;

  AlarmedTickets(SlaPolicies policies) {
    this.policies = policies;
  }

  /** A ticket under the policy that its deadline is from, and whom its space belongs to. */
  public record Alarmed(Ticket ticket, SlaPolicy policy, List<UUID> owners, boolean spaceDeleted) {}

  public Uni<Boolean> areThere(SqlClient client, Instant now) {
    return client.preparedQuery(ANY).execute(Tuple.of(Rows.time(now))).map(rows -> rows.size() > 0);
  }

  /** Those that waited longest; nobody else changes them until the commit. */
  public Uni<List<Alarmed>> lock(SqlConnection transaction, Instant now, int most) {
    return transaction
        .preparedQuery(LOCK)
        .execute(Tuple.of(NOBODY, true, Rows.time(now), most))
        .map(rows -> Rows.all(rows, this::alarmed));
  }

  private Alarmed alarmed(Row row) {
    Ticket ticket = TicketRow.whole(row);
    return new Alarmed(
        ticket,
        policies.policy(row.getString("terms"), ticket.slaVersion),
        List.of(row.getArrayOfUUIDs("owners")),
        row.getOffsetDateTime("space_deleted_at") != null);
  }

  /** When each is to be looked at again; null for never. */
  public Uni<Void> next(SqlConnection transaction, Map<UUID, @Nullable Instant> times) {
    List<UUID> ids = List.copyOf(times.keySet());
    OffsetDateTime[] next =
        ids.stream().map(id -> Rows.timeOrNull(times.get(id))).toArray(OffsetDateTime[]::new);
    return transaction
        .preparedQuery(NEXT)
        .execute(Tuple.of(ids.toArray(UUID[]::new), next))
        .replaceWithVoid();
  }
}
