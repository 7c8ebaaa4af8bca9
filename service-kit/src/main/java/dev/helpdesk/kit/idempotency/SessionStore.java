package dev.helpdesk.kit.idempotency;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Through a Hibernate session. */
final class SessionStore implements IdempotencyStore {
  private static final String LOCK =
      "SELECT pg_try_advisory_xact_lock(hashtextextended(:scope, 1))";
  private static final String FIND =
      "SELECT body, location, answer FROM idempotency"
          + " WHERE scope = :scope AND created_at > now() - interval '24 hours'";
  // A record past its day that was not swept yet gives way.
  private static final String ADD =
      "INSERT INTO idempotency (scope, body, location, answer)"
          + " VALUES (:scope, :body, :location, :answer) ON CONFLICT (scope) DO UPDATE"
          + " SET body = excluded.body, location = excluded.location, answer = excluded.answer,"
          + " created_at = now()";

  private final Mutiny.Session session;

  SessionStore(Mutiny.Session session) {
    this.session = session;
  }

  @Override
  public Uni<Boolean> lock(String scope) {
    return session
        .createNativeQuery(LOCK, Boolean.class)
        .setParameter("scope", scope)
        .getSingleResult();
  }

  @Override
  public Uni<@Nullable Recorded> find(String scope) {
    return session
        .createNativeQuery(FIND, Object[].class)
        .setParameter("scope", scope)
        .getResultList()
        .map(SessionStore::first);
  }

  @Override
  public Uni<Void> add(String scope, Recorded first) {
    return session
        .flush()
        .chain(
            () ->
                session
                    .createNativeQuery(ADD)
                    .setParameter("scope", scope)
                    .setParameter("body", first.body())
                    .setParameter("location", first.location())
                    .setParameter("answer", first.answer())
                    .executeUpdate())
        .replaceWithVoid();
  }

  private static @Nullable Recorded first(List<Object[]> rows) {
    return rows.isEmpty()
        ? null
        : new Recorded((String) rows.get(0)[0], (String) rows.get(0)[1], (String) rows.get(0)[2]);
  }
}
