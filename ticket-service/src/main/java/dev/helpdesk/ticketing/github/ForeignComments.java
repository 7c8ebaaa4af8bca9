package dev.helpdesk.ticketing.github;

import dev.helpdesk.kit.sql.Rows;
import dev.helpdesk.ticketing.comment.OutsideComments;
import dev.helpdesk.ticketing.github.Delivery.Comment;
import dev.helpdesk.ticketing.ticket.OutsideChanges;
import dev.helpdesk.ticketing.ticket.SeenTicket;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Comments from GitHub, each once. One that comes before its issue waits for it. */
@ApplicationScoped
class ForeignComments {
  private static final UUID NOBODY = new UUID(0, 0);
  private static final int MOST_WAITING = 200;
  private static final String REMEMBER =
      "INSERT INTO github_comment (repository, comment_id, number, login, body)"
          + " VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING";
  private static final String WAITING =
      "SELECT comment_id, login, body FROM github_comment"
          + " WHERE repository = $1 AND number = $2 AND body IS NOT NULL ORDER BY comment_id LIMIT "
          + MOST_WAITING;
  private static final String DELIVERED =
      "UPDATE github_comment SET login = NULL, body = NULL WHERE repository = $1 AND number = $2";

  private final OutsideChanges changes;
  private final OutsideComments comments;
  private final GithubPeople people;

  ForeignComments(OutsideChanges changes, OutsideComments comments, GithubPeople people) {
    this.changes = changes;
    this.comments = comments;
    this.people = people;
  }

  Uni<Void> take(
      SqlConnection transaction, Delivery delivery, IssueState state, List<UUID> linked) {
    Comment comment = delivery.comment();
    if (comment == null) {
      return Uni.createFrom().voidItem();
    }
    boolean waits = linked.isEmpty() && !state.filed;
    return remember(transaction, delivery.issueId(), comment, waits)
        .chain(fresh -> fresh ? write(transaction, comment, linked) : Uni.createFrom().voidItem());
  }

  private static Uni<Boolean> remember(
      SqlConnection transaction, IssueId issue, Comment comment, boolean waits) {
    return transaction
        .preparedQuery(REMEMBER)
        .execute(
            Tuple.of(
                issue.repository().key(),
                comment.id(),
                issue.number(),
                waits ? comment.login() : null,
                waits ? comment.body() : null))
        .map(done -> done.rowCount() == 1);
  }

  private Uni<Void> write(SqlConnection transaction, Comment comment, List<UUID> tickets) {
    return Multi.createFrom()
        .iterable(tickets)
        .onItem()
        .transformToUniAndConcatenate(ticket -> write(transaction, comment, ticket))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> write(SqlConnection transaction, Comment comment, UUID ticket) {
    return changes
        .findLocked(transaction, OutsideChanges.actor(NOBODY), ticket)
        .chain(seen -> write(transaction, comment, seen));
  }

  private Uni<Void> write(SqlConnection transaction, Comment comment, @Nullable SeenTicket seen) {
    return seen == null
        ? Uni.createFrom().voidItem()
        : people
            .person(transaction, comment.login(), seen.ticket().identity().spaceId())
            .chain(
                author ->
                    comments.write(
                        transaction,
                        OutsideChanges.actor(author.id()),
                        seen,
                        author,
                        comment.body()));
  }

  /** The issue has become a ticket: what was said before is said there, in its order. */
  Uni<Void> deliverWaiting(SqlConnection transaction, IssueId issue, UUID ticket) {
    Tuple key = Tuple.of(issue.repository().key(), issue.number());
    return transaction
        .preparedQuery(WAITING)
        .execute(key)
        .map(
            rows ->
                Rows.all(
                    rows, row -> new Comment(row.getLong(0), row.getString(1), row.getString(2))))
        .chain(
            waiting ->
                waiting.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : deliver(transaction, waiting, ticket)
                        .chain(() -> transaction.preparedQuery(DELIVERED).execute(key))
                        .replaceWithVoid());
  }

  private Uni<Void> deliver(SqlConnection transaction, List<Comment> waiting, UUID ticket) {
    return Multi.createFrom()
        .iterable(waiting)
        .onItem()
        .transformToUniAndConcatenate(comment -> write(transaction, comment, ticket))
        .collect()
        .last()
        .replaceWithVoid();
  }
}
