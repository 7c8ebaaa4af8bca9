package dev.helpdesk.ticketing.comment;

import dev.helpdesk.kit.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Writes comments of a ticket that the transaction has locked. */
@ApplicationScoped
class CommentTable {
  private static final String INSERT =
      "INSERT INTO comment (id, ticket_id, author_id, body, internal, version, created_at)"
          + " VALUES ($1, $2, $3, $4, $5, 0, $6)";
  private static final String UPDATE =
      "UPDATE comment SET body = $2, version = $3, edited_at = $4, deleted_at = $5 WHERE id = $1";

  Uni<Void> insert(SqlClient transaction, UUID ticketId, Comment comment) {
    return transaction
        .preparedQuery(INSERT)
        .execute(
            Tuple.of(
                comment.id,
                ticketId,
                comment.author.id(),
                comment.body,
                comment.internal,
                Rows.time(comment.createdAt)))
        .replaceWithVoid();
  }

  Uni<Void> update(SqlClient transaction, Comment comment) {
    return transaction
        .preparedQuery(UPDATE)
        .execute(
            Tuple.of(
                comment.id,
                comment.body,
                comment.version,
                Rows.timeOrNull(comment.editedAt),
                Rows.timeOrNull(comment.deletedAt)))
        .replaceWithVoid();
  }
}
