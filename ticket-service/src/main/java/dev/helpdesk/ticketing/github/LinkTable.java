package dev.helpdesk.ticketing.github;

import dev.helpdesk.kit.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which tickets are linked to which issues. */
@ApplicationScoped
class LinkTable {
  /** So many tickets follow one issue at most. */
  static final int MOST = 50;

  private static final String FIND =
      "SELECT repository, owner, repo, number FROM github_link WHERE ticket_id = $1";
  private static final String TICKETS =
      "SELECT l.ticket_id FROM github_link l JOIN ticket t ON t.id = l.ticket_id"
          + " WHERE l.repository = $1 AND l.number = $2 AND t.deleted_at IS NULL"
          + " ORDER BY l.ticket_id LIMIT "
          + MOST;
  private static final String SET =
      "INSERT INTO github_link (ticket_id, repository, owner, repo, number, url)"
          + " VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (ticket_id) DO UPDATE"
          + " SET repository = excluded.repository, owner = excluded.owner, repo = excluded.repo,"
          + " number = excluded.number, url = excluded.url, synced_at = NULL, last_error = NULL";
  private static final String SYNCED =
      "UPDATE github_link SET synced_at = $2, last_error = NULL WHERE ticket_id = $1";
  private static final String FAILED =
      "UPDATE github_link SET last_error = $2 WHERE ticket_id = $1";

  /** The issue of a ticket; null where it has none. */
  Uni<@Nullable IssueId> find(SqlClient client, UUID ticketId) {
    return client
        .preparedQuery(FIND)
        .execute(Tuple.of(ticketId))
        .map(rows -> Rows.first(rows, LinkTable::issue));
  }

  private static IssueId issue(Row row) {
    String host = row.getString(0).substring(0, row.getString(0).indexOf('/'));
    return new IssueId(
        new RepositoryName(host, row.getString(1), row.getString(2)), row.getInteger(3));
  }

  Uni<List<UUID>> tickets(SqlClient client, IssueId issue) {
    return client
        .preparedQuery(TICKETS)
        .execute(Tuple.of(issue.repository().key(), issue.number()))
        .map(rows -> Rows.all(rows, row -> row.getUUID(0)));
  }

  Uni<Void> set(SqlClient transaction, UUID ticketId, IssueId issue, String url) {
    RepositoryName repository = issue.repository();
    return run(
        transaction,
        SET,
        Tuple.of(
            ticketId,
            repository.key(),
            repository.owner(),
            repository.repo(),
            issue.number(),
            url));
  }

  Uni<Void> synced(SqlClient transaction, UUID ticketId, Instant at) {
    return run(transaction, SYNCED, Tuple.of(ticketId, Rows.time(at)));
  }

  Uni<Void> failed(SqlClient transaction, UUID ticketId, String reason) {
    return run(transaction, FAILED, Tuple.of(ticketId, reason));
  }

  private static Uni<Void> run(SqlClient transaction, String sql, Tuple values) {
    return transaction.preparedQuery(sql).execute(values).replaceWithVoid();
  }
}
