package dev.helpdesk.ticketing.space;

import dev.helpdesk.kit.problem.ProblemException;
import dev.helpdesk.kit.security.Actor;
import dev.helpdesk.kit.sql.Rows;
import dev.helpdesk.ticketing.sla.SlaPolicies;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Finds a space for what lives in it. */
@ApplicationScoped
public class Spaces {
  private static final String FIND =
      "SELECT s.id, s.space_key, s.visibility, m.role, ARRAY(SELECT x.user_id FROM member x"
          + " WHERE x.space_id = s.id AND x.role <> 'member' ORDER BY x.user_id), "
          + SlaPolicies.COLUMNS
          + " FROM space s "
          + SpaceSight.MEMBERSHIP
          + " "
          + SlaPolicies.JOIN
          + " WHERE (s.id = $3 OR s.space_key = $4) AND "
          + SpaceSight.VISIBLE;

  private final SlaPolicies policies;

  Spaces(SlaPolicies policies) {
    this.policies = policies;
  }

  /** By id or key; what the actor may not see is not there. */
  public Uni<SeenSpace> require(SqlClient client, Actor actor, String ref) {
    SpaceRef space = SpaceRef.of(ref);
    return client
        .preparedQuery(FIND)
        .execute(Tuple.of(actor.id(), SpaceSight.seesAll(actor), space.id(), space.key()))
        .map(rows -> Rows.first(rows, row -> seen(actor, row)))
        .onItem()
        .ifNull()
        .failWith(ProblemException::notFound);
  }

  private SeenSpace seen(Actor actor, Row row) {
    Visibility visibility = Visibility.of(row.getString(2));
    Standing standing = Standing.of(actor, visibility, MemberRole.of(row.getString(3)));
    return new SeenSpace(
        row.getUUID(0),
        row.getString(1),
        standing,
        List.of(row.getArrayOfUUIDs(4)),
        policies.policy(row.getString(5), row.getInteger(6)));
  }
}
