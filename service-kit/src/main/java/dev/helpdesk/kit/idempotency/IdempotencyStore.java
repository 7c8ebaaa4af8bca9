package dev.helpdesk.kit.idempotency;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The table idempotency, always through the transaction of the effect. */
@ApplicationScoped
class IdempotencyStore {
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

  /** What the first request was and what it was answered. */
  record Recorded(String body, String location, String answer) {}

  /** False while another transaction works under this scope. */
  Uni<Boolean> lock(Mutiny.Session session, String scope) {
    return session
        .createNativeQuery(LOCK, Boolean.class)
        .setParameter("scope", scope)
        .getSingleResult();
  }

  Uni<@Nullable Recorded> find(Mutiny.Session session, String scope) {
    return session
        .createNativeQuery(FIND, Object[].class)
        .setParameter("scope", scope)
        .getResultList()
        .map(IdempotencyStore::first);
  }

  Uni<Void> add(Mutiny.Session session, String scope, String body, String location, String answer) {
    return session
        .flush()
        .chain(
            () ->
                session
                    .createNativeQuery(ADD)
                    .setParameter("scope", scope)
                    .setParameter("body", body)
                    .setParameter("location", location)
                    .setParameter("answer", answer)
                    .executeUpdate())
        .replaceWithVoid();
  }

  private static @Nullable Recorded first(List<Object[]> rows) {
    return rows.isEmpty()
        ? null
        : new Recorded((String) rows.get(0)[0], (String) rows.get(0)[1], (String) rows.get(0)[2]);
  }
}
