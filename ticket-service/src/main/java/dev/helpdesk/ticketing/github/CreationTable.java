package dev.helpdesk.ticketing.github;

import dev.helpdesk.kit.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Issues that are made for tickets, recorded before GitHub is asked to. */
@ApplicationScoped
class CreationTable {
  private static final String COLUMNS = "marker, repository, owner, repo, attempted_at, number";
  private static final String FIND =
      "SELECT " + COLUMNS + " FROM github_creation WHERE ticket_id = $1";
  private static final String ADD =
      "INSERT INTO github_creation (marker, ticket_id, repository, owner, repo, attempted_at)"
          + " VALUES ($1, $2, $3, $4, $5, $6)";
  private static final String WAITING =
      "SELECT ticket_id FROM github_creation"
          + " WHERE marker = $1 AND repository = $2 AND number IS NULL";
  private static final String MADE = "UPDATE github_creation SET number = $2 WHERE marker = $1";
  private static final String FORGET =
      "DELETE FROM github_creation WHERE marker = $1 AND number IS NULL";

  /** A number is there as soon as it is known that GitHub made the issue. */
  record Creation(
      UUID marker, RepositoryName repository, Instant attemptedAt, @Nullable Integer number) {}

  Uni<@Nullable Creation> find(SqlClient client, UUID ticketId) {
    return client
        .preparedQuery(FIND)
        .execute(Tuple.of(ticketId))
        .map(rows -> Rows.first(rows, CreationTable::creation));
  }

  private static Creation creation(Row row) {
    String host = row.getString(1).substring(0, row.getString(1).indexOf('/'));
    return new Creation(
        row.getUUID(0),
        new RepositoryName(host, row.getString(2), row.getString(3)),
        Rows.instant(row, "attempted_at"),
        row.getInteger(5));
  }

  Uni<Void> add(SqlClient client, UUID ticketId, Creation creation) {
    RepositoryName repository = creation.repository();
    return client
        .preparedQuery(ADD)
        .execute(
            Tuple.of(
                creation.marker(),
                ticketId,
                repository.key(),
                repository.owner(),
                repository.repo(),
                Rows.time(creation.attemptedAt())))
        .replaceWithVoid();
  }

  /** The ticket that waits for an issue with this marker; null where none does. */
  Uni<@Nullable UUID> waitingFor(SqlClient client, UUID marker, RepositoryName repository) {
    return client
        .preparedQuery(WAITING)
        .execute(Tuple.of(marker, repository.key()))
        .map(rows -> Rows.first(rows, row -> row.getUUID(0)));
  }

  Uni<Void> made(SqlClient transaction, UUID marker, int number) {
    return transaction.preparedQuery(MADE).execute(Tuple.of(marker, number)).replaceWithVoid();
  }

  /** GitHub said no: there is nothing to look for. */
  Uni<Void> forget(SqlClient client, UUID marker) {
    return client.preparedQuery(FORGET).execute(Tuple.of(marker)).replaceWithVoid();
  }
}
