package dev.helpdesk.ticketing.github;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.helpdesk.kit.sql.Rows;
import dev.helpdesk.ticketing.directory.PersonView;
import dev.helpdesk.ticketing.space.SpaceSight;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * Who somebody at GitHub is here: the one active person who says to have that account and sees the
 * space; else a guest, who has no address, can do nothing and is told nothing.
 */
@ApplicationScoped
class GithubPeople {
  private static final String KNOWN =
      "SELECT p.id, p.name, p.email FROM person p JOIN space s ON s.id = $2"
          + " WHERE lower(p.github_username) = lower($1) AND p.active AND p.email <> '' AND "
          + SpaceSight.PERSON_SEES
          + " LIMIT 2";
  private static final String GUEST =
      "INSERT INTO person (id, name, username, email, role, active, version, github_username)"
          + " VALUES ($1, $2, NULL, '', 'user', false, -1, $2)"
          + " ON CONFLICT (lower(github_username)) WHERE email = ''"
          + " DO UPDATE SET name = person.name RETURNING id, name, email";

  Uni<PersonView> person(SqlConnection transaction, String login, UUID space) {
    return transaction
        .preparedQuery(KNOWN)
        .execute(Tuple.of(login, space))
        .map(rows -> Rows.all(rows, GithubPeople::view))
        .chain(
            known ->
                known.size() == 1
                    ? Uni.createFrom().item(known.get(0))
                    : guest(transaction, login));
  }

  private static Uni<PersonView> guest(SqlConnection transaction, String login) {
    return transaction
        .preparedQuery(GUEST)
        .execute(Tuple.of(UuidCreator.getTimeOrderedEpoch(), login))
        .map(rows -> Rows.all(rows, GithubPeople::view))
        .map((List<PersonView> rows) -> rows.get(0));
  }

  private static PersonView view(Row row) {
    return new PersonView(row.getUUID(0), row.getString(1), row.getString(2));
  }
}
