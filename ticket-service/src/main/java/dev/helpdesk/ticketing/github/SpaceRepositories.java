package dev.helpdesk.ticketing.github;

import dev.helpdesk.kit.problem.ProblemException;
import dev.helpdesk.kit.security.Actor;
import dev.helpdesk.kit.sql.Rows;
import dev.helpdesk.kit.sql.Transactions;
import dev.helpdesk.kit.web.IfMatch;
import dev.helpdesk.ticketing.space.SeenSpace;
import dev.helpdesk.ticketing.space.Spaces;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which repository belongs to a space; to one at most. */
@ApplicationScoped
class SpaceRepositories {
  private static final String FIND =
      "SELECT owner, repo, version FROM github_repository WHERE space_id = $1";
  private static final String SET =
      "INSERT INTO github_repository (space_id, repository, owner, repo, version)"
          + " VALUES ($1, $2, $3, $4, 0) ON CONFLICT (space_id) DO UPDATE"
          + " SET repository = excluded.repository, owner = excluded.owner, repo = excluded.repo,"
          + " version = github_repository.version + 1 RETURNING owner, repo, version";
  // A space that is gone holds its repository no longer.
  private static final String FREE =
      "DELETE FROM github_repository r USING space s WHERE r.repository = $1"
          + " AND s.id = r.space_id AND s.deleted_at IS NOT NULL";
  private static final String DELETE = "DELETE FROM github_repository WHERE space_id = $1";
  private static final String SPACE_OF =
      "SELECT r.space_id FROM github_repository r JOIN space s ON s.id = r.space_id"
          + " WHERE r.repository = $1 AND s.deleted_at IS NULL";

  private final Pool pool;
  private final Transactions transactions;
  private final Spaces spaces;
  private final GithubSettings settings;

  SpaceRepositories(Pool pool, Transactions transactions, Spaces spaces, GithubSettings settings) {
    this.pool = pool;
    this.transactions = transactions;
    this.spaces = spaces;
    this.settings = settings;
  }

  Uni<RepositoryView> get(Actor actor, String space) {
    return requireOwned(pool, actor, space).chain(seen -> require(pool, seen.id(), ""));
  }

  Uni<RepositoryView> set(
      Actor actor, String space, SetGithub command, @Nullable IfMatch expected) {
    return transactions.run(
        transaction ->
            requireOwned(transaction, actor, space)
                .chain(seen -> set(transaction, seen.id(), command, expected)));
  }

  private Uni<RepositoryView> set(
      SqlConnection transaction, UUID space, SetGithub command, @Nullable IfMatch expected) {
    return find(transaction, space, " FOR UPDATE")
        .invoke(
            present -> {
              if (present != null) {
                IfMatch.check(expected, command.version(), present.version());
              }
            })
        .chain(
            present ->
                present != null && says(present, command)
                    ? Uni.createFrom().item(present)
                    : write(transaction, space, command));
  }

  private static boolean says(RepositoryView present, SetGithub command) {
    return present.owner().equals(command.owner()) && present.repo().equals(command.repo());
  }

  private Uni<RepositoryView> write(SqlConnection transaction, UUID space, SetGithub command) {
    String key = new RepositoryName(settings.host(), command.owner(), command.repo()).key();
    return transaction
        .preparedQuery(FREE)
        .execute(Tuple.of(key))
        .chain(
            () ->
                transaction
                    .preparedQuery(SET)
                    .execute(Tuple.of(space, key, command.owner(), command.repo())))
        .map(rows -> view(rows.iterator().next()));
  }

  Uni<Void> delete(Actor actor, String space, @Nullable IfMatch expected) {
    return transactions.run(
        transaction ->
            requireOwned(transaction, actor, space)
                .chain(
                    seen ->
                        require(transaction, seen.id(), " FOR UPDATE")
                            .invoke(present -> IfMatch.check(expected, null, present.version()))
                            .chain(
                                () ->
                                    transaction.preparedQuery(DELETE).execute(Tuple.of(seen.id()))))
                .replaceWithVoid());
  }

  /** The repository of a space; null where it has none. */
  Uni<@Nullable RepositoryName> of(SqlClient client, UUID space) {
    return find(client, space, "")
        .map(
            found ->
                found == null
                    ? null
                    : new RepositoryName(settings.host(), found.owner(), found.repo()));
  }

  /** The space that a repository belongs to; null where it belongs to none. */
  Uni<@Nullable UUID> spaceOf(SqlClient client, RepositoryName repository) {
    return client
        .preparedQuery(SPACE_OF)
        .execute(Tuple.of(repository.key()))
        .map(rows -> Rows.first(rows, row -> row.getUUID(0)));
  }

  private Uni<SeenSpace> requireOwned(SqlClient client, Actor actor, String space) {
    return spaces
        .require(client, actor, space)
        .invoke(seen -> GithubPolicy.requireOwner(seen.standing()));
  }

  private static Uni<RepositoryView> require(SqlClient client, UUID space, String suffix) {
    return find(client, space, suffix).onItem().ifNull().failWith(ProblemException::notFound);
  }

  private static Uni<@Nullable RepositoryView> find(SqlClient client, UUID space, String suffix) {
    return client
        .preparedQuery(FIND + suffix)
        .execute(Tuple.of(space))
        .map(rows -> Rows.first(rows, SpaceRepositories::view));
  }

  private static RepositoryView view(Row row) {
    return new RepositoryView(row.getString(0), row.getString(1), row.getInteger(2));
  }
}
