package dev.helpdesk.notification.directory;

import dev.helpdesk.contracts.CloudEvent;
import dev.helpdesk.contracts.ticket.SpaceCreated;
import dev.helpdesk.contracts.ticket.SpaceDeleted;
import dev.helpdesk.contracts.ticket.SpaceEvent;
import dev.helpdesk.contracts.ticket.SpaceMemberRemoved;
import dev.helpdesk.contracts.ticket.SpaceMemberSet;
import dev.helpdesk.contracts.ticket.SpaceState;
import dev.helpdesk.contracts.ticket.SpaceUpdated;
import dev.helpdesk.kit.inbox.SqlEventHandler;
import dev.helpdesk.kit.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** Keeps who belongs to a space and who sees it; one space's events come in their order. */
public record ProjectSpace<T extends SpaceEvent>(String type, Class<T> data)
    implements SqlEventHandler<T> {
  private static final String SPACE =
      "INSERT INTO space (id, visibility, deleted, as_of) VALUES ($1, $2, $3, $4)"
          + " ON CONFLICT (id) DO UPDATE SET visibility = excluded.visibility,"
          + " deleted = excluded.deleted, as_of = excluded.as_of";
  private static final String TOUCH = "UPDATE space SET as_of = $2 WHERE id = $1";
  private static final String MEMBER =
      "INSERT INTO member (space_id, user_id, role) VALUES ($1, $2, $3)"
          + " ON CONFLICT (space_id, user_id) DO UPDATE SET role = excluded.role";
  private static final String LEAVE = "DELETE FROM member WHERE space_id = $1 AND user_id = $2";

  public static List<ProjectSpace<?>> handlers() {
    return List.of(
        new ProjectSpace<>(SpaceCreated.TYPE, SpaceCreated.class),
        new ProjectSpace<>(SpaceUpdated.TYPE, SpaceUpdated.class),
        new ProjectSpace<>(SpaceDeleted.TYPE, SpaceDeleted.class),
        new ProjectSpace<>(SpaceMemberSet.TYPE, SpaceMemberSet.class),
        new ProjectSpace<>(SpaceMemberRemoved.TYPE, SpaceMemberRemoved.class));
  }

  @Override
  public Uni<Void> apply(SqlConnection transaction, CloudEvent<T> event) {
    OffsetDateTime time = Rows.time(event.time());
    T change = event.data();
    if (change instanceof SpaceCreated created) {
      return space(transaction, created.space(), false, time)
          .chain(() -> member(transaction, created.spaceId(), created.space().ownerId(), "owner"));
    }
    if (change instanceof SpaceUpdated updated) {
      return space(transaction, updated.space(), false, time);
    }
    if (change instanceof SpaceDeleted deleted) {
      return space(transaction, deleted.space(), true, time);
    }
    if (change instanceof SpaceMemberSet set) {
      return member(transaction, set.spaceId(), set.userId(), set.role())
          .chain(() -> run(transaction, TOUCH, Tuple.of(set.spaceId(), time)));
    }
    SpaceMemberRemoved removed = (SpaceMemberRemoved) change;
    return run(transaction, LEAVE, Tuple.of(removed.spaceId(), removed.userId()))
        .chain(() -> run(transaction, TOUCH, Tuple.of(removed.spaceId(), time)));
  }

  private static Uni<Void> space(
      SqlConnection transaction, SpaceState space, boolean deleted, OffsetDateTime time) {
    return run(transaction, SPACE, Tuple.of(space.id(), space.visibility(), deleted, time));
  }

  private static Uni<Void> member(SqlConnection transaction, UUID space, UUID user, String role) {
    return run(transaction, MEMBER, Tuple.of(space, user, role));
  }

  private static Uni<Void> run(SqlConnection transaction, String sql, Tuple values) {
    return transaction.preparedQuery(sql).execute(values).replaceWithVoid();
  }
}
