package dev.helpdesk.ticketing.directory;

import dev.helpdesk.kit.sql.Rows;
import dev.helpdesk.ticketing.space.SpaceSight;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds people by what requests call them. */
@ApplicationScoped
public class People {
  private static final String NAMED =
      "(p.id = ANY($1) OR lower(p.email) = ANY($2) OR lower(p.username) = ANY($2))";
  private static final String IDS = "SELECT p.id FROM person p WHERE " + NAMED;
  private static final String IN_SPACE =
      "SELECT p.id, p.name, p.email FROM person p JOIN space s ON s.id = $3 WHERE "
          + NAMED
          + " AND p.active AND "
          + SpaceSight.PERSON_SEES
          + " ORDER BY p.id = ANY($1) DESC, lower(p.email) = ANY($2) DESC LIMIT 1";
  private static final String MENTIONED =
      "SELECT p.id FROM person p JOIN space s ON s.id = $2"
          + " WHERE lower(p.username) = ANY($1) AND p.active AND "
          + SpaceSight.PERSON_SEES
          + " AND (NOT $3 OR "
          + SpaceSight.PERSON_IS_STAFF
          + ")";

  private static final String SEEING =
      "SELECT p.id FROM person p JOIN space s ON s.id = $2 WHERE p.id = ANY($1) AND p.active AND "
          + SpaceSight.PERSON_SEES;

  /** Those of the people who see the space. */
  public Uni<Set<UUID>> seeing(SqlClient client, UUID spaceId, Collection<UUID> people) {
    return client
        .preparedQuery(SEEING)
        .execute(Tuple.of(people.toArray(UUID[]::new), spaceId))
        .map(rows -> Set.copyOf(Rows.all(rows, row -> row.getUUID(0))));
  }

  /** The ids of all whom the texts name. */
  public Uni<Set<UUID>> ids(SqlClient client, Collection<String> texts) {
    PersonName names = PersonName.of(texts);
    if (names.names().isEmpty()) {
      return Uni.createFrom().item(Set.copyOf(names.ids()));
    }
    return client
        .preparedQuery(IDS)
        .execute(Tuple.of(names.idArray(), names.nameArray()))
        .map(rows -> Set.copyOf(Rows.all(rows, row -> row.getUUID(0))));
  }

  /** The active person whom the text names, if they see the space. */
  public Uni<@Nullable PersonView> findInSpace(SqlClient client, UUID spaceId, String text) {
    PersonName name = PersonName.of(List.of(text));
    return client
        .preparedQuery(IN_SPACE)
        .execute(Tuple.of(name.idArray(), name.nameArray(), spaceId))
        .map(rows -> Rows.first(rows, People::person));
  }

  /** The active people with these user names who see the space, or only its staff. */
  public Uni<List<UUID>> mentioned(
      SqlClient client, UUID spaceId, Set<String> usernames, boolean staffOnly) {
    return usernames.isEmpty()
        ? Uni.createFrom().item(List.of())
        : client
            .preparedQuery(MENTIONED)
            .execute(Tuple.of(usernames.toArray(String[]::new), spaceId, staffOnly))
            .map(rows -> Rows.all(rows, row -> row.getUUID(0)));
  }

  private static PersonView person(Row row) {
    return new PersonView(row.getUUID(0), row.getString(1), row.getString(2));
  }
}
