package dev.helpdesk.notification.directory;

import dev.helpdesk.contracts.CloudEvent;
import dev.helpdesk.contracts.user.UserState;
import dev.helpdesk.kit.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Keeps the newest state of a person; what is older than what we have changes nothing. */
public final class ProjectPerson {
  private static final String PROJECT =
      "INSERT INTO person (id, name, username, email, role, language, active, version, as_of)"
          + " VALUES ($1, $2, $3, lower($4), $5, $6, $7, $8, $9) ON CONFLICT (id) DO UPDATE"
          + " SET name = excluded.name, username = excluded.username, email = excluded.email,"
          + " role = excluded.role, language = excluded.language, active = excluded.active,"
          + " version = excluded.version, as_of = excluded.as_of"
          + " WHERE person.version < excluded.version RETURNING xmax = 0";

  private ProjectPerson() {}

  /** Answers whether nothing was known of this person before. */
  public static Uni<Boolean> apply(
      SqlConnection transaction, CloudEvent<?> event, UserState person) {
    return transaction
        .preparedQuery(PROJECT)
        .execute(
            Tuple.from(
                new Object[] {
                  person.id(),
                  person.name(),
                  person.username(),
                  person.email(),
                  person.role().wire(),
                  person.language(),
                  person.active(),
                  person.version(),
                  Rows.time(event.time())
                }))
        .map(rows -> Boolean.TRUE.equals(Rows.first(rows, row -> row.getBoolean(0))));
  }
}
