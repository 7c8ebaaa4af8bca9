package dev.helpdesk.auth.session;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The tables session and refresh_token, always within the caller's transaction. */
@ApplicationScoped
class SessionRepository {
  private static final String OPEN =
      "INSERT INTO session (id, account_id, expires_at)"
          + " VALUES (:id, :account, now() + make_interval(secs => :ttl))";
  private static final String ADD_TOKEN =
      "INSERT INTO refresh_token (hash, session_id, predecessor, expires_at)"
          + " VALUES (:hash, :session, :predecessor, now() + make_interval(secs => :ttl))";
  private static final String LOCK =
      "SELECT id FROM session"
          + " WHERE id = (SELECT session_id FROM refresh_token WHERE hash = :hash) FOR UPDATE";
  // Forgivable: tried with the same key as a moment ago, never forgiven before, and nobody went on
  // from what replaced it.
  private static final String STATE =
      "SELECT s.id, s.account_id, s.revoked_at IS NULL, t.expires_at <= now(),"
          + " t.used_at IS NOT NULL, coalesce(t.tried_with = :key"
          + " AND t.used_at > clock_timestamp() - make_interval(secs => :grace)"
          + " AND NOT t.forgiven AND EXISTS (SELECT 1 FROM refresh_token h"
          + " WHERE h.predecessor = t.hash AND h.used_at IS NULL), false)"
          + " FROM refresh_token t JOIN session s ON s.id = t.session_id WHERE t.hash = :hash";
  private static final String SPEND =
      "UPDATE refresh_token SET used_at = now(), tried_with = :key WHERE hash = :hash";
  private static final String FORGIVE =
      "WITH heirs AS (UPDATE refresh_token SET used_at = now(), forgiven = true"
          + " WHERE predecessor = :hash AND used_at IS NULL)"
          + " UPDATE refresh_token SET forgiven = true WHERE hash = :hash";
  private static final String EXTEND =
      "UPDATE session SET expires_at = now() + make_interval(secs => :ttl) WHERE id = :session";
  private static final String END =
      "UPDATE session SET revoked_at = now() WHERE id = :session AND revoked_at IS NULL";
  private static final String END_OF_TOKEN =
      "UPDATE session SET revoked_at = now() WHERE revoked_at IS NULL"
          + " AND id = (SELECT session_id FROM refresh_token WHERE hash = :hash)";
  private static final String END_ALL =
      "UPDATE session SET revoked_at = now() WHERE account_id = :account AND revoked_at IS NULL"
          + " AND id <> :kept";
  private static final UUID NONE = new UUID(0, 0);

  Uni<Void> open(UUID id, UUID account, Duration ttl) {
    return run(
        OPEN,
        query ->
            query
                .setParameter("id", id)
                .setParameter("account", account)
                .setParameter("ttl", seconds(ttl)));
  }

  Uni<Void> addToken(byte[] hash, UUID session, byte[] predecessor, Duration ttl) {
    return run(
        ADD_TOKEN,
        query ->
            query
                .setParameter("hash", hash)
                .setParameter("session", session)
                .setParameter("predecessor", predecessor)
                .setParameter("ttl", seconds(ttl)));
  }

  /** Locks the session first and only then reads, so that it sees what others committed before. */
  Uni<@Nullable RefreshTokenState> lockAndRead(byte[] hash, byte[] key, Duration grace) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(LOCK, UUID.class)
                    .setParameter("hash", hash)
                    .getSingleResultOrNull()
                    .chain(locked -> read(session, hash, key, grace)));
  }

  private static Uni<@Nullable RefreshTokenState> read(
      Mutiny.Session session, byte[] hash, byte[] key, Duration grace) {
    return session
        .createNativeQuery(STATE, Object[].class)
        .setParameter("hash", hash)
        .setParameter("key", key)
        .setParameter("grace", seconds(grace))
        .getResultList()
        .map(SessionRepository::first);
  }

  private static @Nullable RefreshTokenState first(List<Object[]> rows) {
    if (rows.isEmpty()) {
      return null;
    }
    Object[] row = rows.get(0);
    return new RefreshTokenState(
        (UUID) row[0],
        (UUID) row[1],
        (Boolean) row[2],
        (Boolean) row[3],
        (Boolean) row[4],
        (Boolean) row[5]);
  }

  Uni<Void> spend(byte[] hash, byte[] key) {
    return run(SPEND, query -> query.setParameter("hash", hash).setParameter("key", key));
  }

  /** Once only; what replaced the token before dies in its place. */
  Uni<Void> forgive(byte[] hash) {
    return run(FORGIVE, query -> query.setParameter("hash", hash));
  }

  Uni<Void> extend(UUID session, Duration ttl) {
    return run(
        EXTEND, query -> query.setParameter("session", session).setParameter("ttl", seconds(ttl)));
  }

  Uni<Void> end(UUID session) {
    return run(END, query -> query.setParameter("session", session));
  }

  Uni<Void> endOfToken(byte[] hash) {
    return run(END_OF_TOKEN, query -> query.setParameter("hash", hash));
  }

  Uni<Void> endAll(UUID account, @Nullable UUID kept) {
    return run(
        END_ALL,
        query ->
            query
                .setParameter("account", account)
                .setParameter("kept", kept == null ? NONE : kept));
  }

  private static Uni<Void> run(
      String sql, java.util.function.UnaryOperator<Mutiny.MutationQuery> parameters) {
    return Panache.getSession()
        .chain(session -> parameters.apply(session.createNativeQuery(sql)).executeUpdate())
        .replaceWithVoid();
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
