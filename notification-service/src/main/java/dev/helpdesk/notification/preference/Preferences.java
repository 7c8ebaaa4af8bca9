package dev.helpdesk.notification.preference;

import dev.helpdesk.kit.web.IfMatch;
import dev.helpdesk.notification.notice.NoticeType;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and changes what people chose. */
@ApplicationScoped
class Preferences {
  private static final String READ =
      "SELECT coalesce(q.language, p.language, 'en') AS language,"
          + " coalesce(q.digest_minutes, $2) AS digest_minutes,"
          + " coalesce(q.muted_mail, '{}') AS muted_mail,"
          + " coalesce(q.muted_in_app, '{}') AS muted_in_app, coalesce(q.version, 0) AS version"
          + " FROM (SELECT $1::uuid AS id) u LEFT JOIN person p ON p.id = u.id"
          + " LEFT JOIN preference q ON q.user_id = u.id";
  private static final String KEEP =
      "INSERT INTO preference (user_id) VALUES ($1) ON CONFLICT DO NOTHING";
  private static final String LOCK = "SELECT version FROM preference WHERE user_id = $1 FOR UPDATE";
  // Who says what holds anyway goes on to follow it: the profile's language, the default digest.
  private static final String WRITE =
      "UPDATE preference SET language = nullif($2, coalesce((SELECT p.language FROM person p"
          + " WHERE p.id = $1), 'en')), digest_minutes = nullif($3::int, $4::int), muted_mail = $5,"
          + " muted_in_app = $6, version = version + 1 WHERE user_id = $1";
  private static final String MUTE =
      "INSERT INTO preference (user_id, muted_mail, version) VALUES ($1, $2, 1)"
          + " ON CONFLICT (user_id) DO UPDATE SET muted_mail = ARRAY(SELECT DISTINCT t FROM"
          + " unnest(preference.muted_mail || excluded.muted_mail) t ORDER BY t),"
          + " version = preference.version + 1"
          + " WHERE NOT preference.muted_mail @> excluded.muted_mail";

  private final Pool pool;
  private final int defaultDigest;

  Preferences(Pool pool, NotificationSettings settings) {
    this.pool = pool;
    this.defaultDigest = settings.digestMinutes();
  }

  Uni<PreferenceView> read(UUID user) {
    return read(pool, user);
  }

  private Uni<PreferenceView> read(SqlClient client, UUID user) {
    return client
        .preparedQuery(READ)
        .execute(Tuple.of(user, defaultDigest))
        .map(rows -> PreferenceView.from(rows.iterator().next()));
  }

  Uni<PreferenceView> set(UUID user, SetPreferences wish, @Nullable IfMatch expected) {
    return pool.withTransaction(
        transaction ->
            lock(transaction, user)
                .invoke(version -> IfMatch.check(expected, wish.version(), version))
                .chain(() -> write(transaction, user, wish))
                .chain(() -> read(transaction, user)));
  }

  private static Uni<Integer> lock(SqlConnection transaction, UUID user) {
    return transaction
        .preparedQuery(KEEP)
        .execute(Tuple.of(user))
        .chain(() -> transaction.preparedQuery(LOCK).execute(Tuple.of(user)))
        .map(rows -> rows.iterator().next().getInteger(0));
  }

  private Uni<Void> write(SqlConnection transaction, UUID user, SetPreferences wish) {
    return transaction
        .preparedQuery(WRITE)
        .execute(
            Tuple.of(
                user,
                wish.language(),
                wish.digestMinutes(),
                defaultDigest,
                wish.mutedMail().toArray(String[]::new),
                wish.mutedInApp().toArray(String[]::new)))
        .replaceWithVoid();
  }

  /** No more mail of these types; changes nothing the second time. */
  Uni<Void> mute(UUID user, Collection<NoticeType> types) {
    String[] names = types.stream().map(NoticeType::wire).toArray(String[]::new);
    return pool.preparedQuery(MUTE).execute(Tuple.of(user, names)).replaceWithVoid();
  }
}
