package dev.helpdesk.ticketing.agreement;

import dev.helpdesk.kit.sql.Rows;
import dev.helpdesk.ticketing.sla.SlaPolicies;
import dev.helpdesk.ticketing.sla.SlaPolicies.Terms;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Policies in the database. Locks are taken in this order: policy, tickets, counter. */
@ApplicationScoped
class PolicyTable {
  private static final String FIND =
      "SELECT terms::text, version FROM sla_policy WHERE space_id = $1";
  private static final String BEGIN =
      "INSERT INTO sla_policy (space_id, version, applied_version) VALUES ($1, 0, 0)"
          + " ON CONFLICT DO NOTHING";
  private static final String REMEMBER =
      "INSERT INTO sla_policy_past (space_id, version, terms)"
          + " SELECT space_id, version, terms FROM sla_policy WHERE space_id = $1";
  private static final String CHANGE =
      "UPDATE sla_policy SET terms = $2::text::json, version = version + 1, applied_number = 0"
          + " WHERE space_id = $1";
  private static final String TELL =
      "UPDATE space_counter SET sla_version = sla_version + 1 WHERE space_id = $1";
  // Any space whose tickets are still to follow, and that no other replica works on.
  private static final String CLAIM =
      "SELECT p.space_id, s.space_key, p.terms::text, p.version, p.applied_number"
          + " FROM sla_policy p JOIN space s ON s.id = p.space_id"
          + " WHERE p.applied_version <> p.version LIMIT 1 FOR UPDATE OF p SKIP LOCKED";
  private static final String ADVANCE =
      "UPDATE sla_policy SET applied_number = $2 WHERE space_id = $1";
  private static final String FINISH =
      "UPDATE sla_policy SET applied_version = version WHERE space_id = $1";

  private final SlaPolicies policies;

  PolicyTable(SlaPolicies policies) {
    this.policies = policies;
  }

  /** The terms of a space and which version of them. */
  record Stored(Terms terms, int version) {}

  /** A space whose open tickets are to follow its policy, from the one after this number on. */
  record Job(UUID spaceId, String spaceKey, @Nullable String terms, int version, int number) {}

  Uni<Stored> find(SqlClient client, UUID spaceId) {
    return client
        .preparedQuery(FIND)
        .execute(Tuple.of(spaceId))
        .map(rows -> Rows.first(rows, this::stored))
        .onItem()
        .ifNull()
        .continueWith(() -> new Stored(Terms.DEFAULT, 0));
  }

  /** Nobody else changes it or reckons by it until the commit. */
  Uni<Stored> lock(SqlConnection transaction, UUID spaceId) {
    return transaction
        .preparedQuery(BEGIN)
        .execute(Tuple.of(spaceId))
        .chain(() -> transaction.preparedQuery(FIND + " FOR UPDATE").execute(Tuple.of(spaceId)))
        .map(rows -> stored(rows.iterator().next()));
  }

  private Stored stored(Row row) {
    return new Stored(policies.terms(row.getString(0)), row.getInteger(1));
  }

  Uni<Void> change(SqlConnection transaction, UUID spaceId, Terms terms) {
    return transaction
        .preparedQuery(REMEMBER)
        .execute(Tuple.of(spaceId))
        .chain(
            () ->
                transaction.preparedQuery(CHANGE).execute(Tuple.of(spaceId, policies.text(terms))))
        .chain(() -> transaction.preparedQuery(TELL).execute(Tuple.of(spaceId)))
        .replaceWithVoid();
  }

  Uni<@Nullable Job> claim(SqlConnection transaction) {
    return transaction
        .preparedQuery(CLAIM)
        .execute()
        .map(rows -> Rows.first(rows, PolicyTable::job));
  }

  private static Job job(Row row) {
    return new Job(
        row.getUUID(0), row.getString(1), row.getString(2), row.getInteger(3), row.getInteger(4));
  }

  Uni<Void> advance(SqlConnection transaction, UUID spaceId, int number) {
    return transaction.preparedQuery(ADVANCE).execute(Tuple.of(spaceId, number)).replaceWithVoid();
  }

  Uni<Void> finish(SqlConnection transaction, UUID spaceId) {
    return transaction.preparedQuery(FINISH).execute(Tuple.of(spaceId)).replaceWithVoid();
  }
}
