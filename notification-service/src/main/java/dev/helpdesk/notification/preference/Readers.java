package dev.helpdesk.notification.preference;

import dev.helpdesk.kit.sql.Rows;
import dev.helpdesk.notification.directory.Sight;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds people with all that decides how they are told: one query, however many they are. */
@ApplicationScoped
public class Readers {
  private static final String FIND =
      "SELECT n.user_id, p.name, p.email, coalesce(q.language, p.language, 'en') AS language,"
          + " coalesce(q.digest_minutes, $6) AS digest_minutes,"
          + " coalesce(q.muted_mail, '{}') AS muted_mail,"
          + " coalesce(q.muted_in_app, '{}') AS muted_in_app, "
          + Sight.sees("n")
          + " AS sees FROM (SELECT unnest($1::uuid[]) AS user_id, $2::uuid AS space_id,"
          + " $3::uuid AS ticket_uuid, $4::boolean AS internal, $5::timestamptz AS occurred_at) n"
          + Sight.join("n")
          + " LEFT JOIN preference q ON q.user_id = n.user_id";

  private final int defaultDigest;

  Readers(NotificationSettings settings) {
    this.defaultDigest = settings.digestMinutes();
  }

  /** What they are to be told of. */
  public record Matter(UUID space, UUID ticket, boolean internal, Instant occurredAt) {}

  public Uni<Map<UUID, Reader>> find(SqlClient client, Collection<UUID> people, Matter matter) {
    return client
        .preparedQuery(FIND)
        .execute(
            Tuple.of(
                people.toArray(UUID[]::new),
                matter.space(),
                matter.ticket(),
                matter.internal(),
                Rows.time(matter.occurredAt()),
                defaultDigest))
        .map(
            rows ->
                Rows.all(rows, Reader::from).stream()
                    .collect(Collectors.toMap(Reader::id, Function.identity())));
  }
}
