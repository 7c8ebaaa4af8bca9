package dev.helpdesk.ticketing.space;

import dev.helpdesk.kit.problem.ProblemException;
import dev.helpdesk.kit.security.Actor;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Spaces in the database. */
@ApplicationScoped
class SpaceRepository implements PanacheRepositoryBase<Space, UUID> {
  /** Held until the commit, so that two new spaces cannot ask for one key at the same time. */
  private static final String LOCK_KEYS = "SELECT pg_advisory_xact_lock(7001)";

  private static final String KEYS_LIKE =
      "SELECT space_key FROM space WHERE starts_with(space_key, :key)";
  private static final String COUNTER = "INSERT INTO space_counter (space_id) VALUES (:space)";
  private static final String FIND =
      ("SELECT s.* FROM space s "
              + SpaceSight.MEMBERSHIP
              + " WHERE (s.id = :id OR s.space_key = :key) AND "
              + SpaceSight.VISIBLE)
          .replace("$1", ":actor")
          .replace("$2", ":all");

  Uni<Set<String>> lockKeysLike(String key) {
    return getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(LOCK_KEYS, Object.class)
                    .getResultList()
                    .chain(
                        () ->
                            session
                                .createNativeQuery(KEYS_LIKE, String.class)
                                .setParameter("key", key)
                                .getResultList()))
        .map(HashSet::new);
  }

  /** A new space with its owner and its counter. */
  Uni<Void> add(Space space, Member owner) {
    return getSession()
        .chain(
            session ->
                session
                    .persistAll(space, owner)
                    .chain(session::flush)
                    .chain(
                        () ->
                            session
                                .createNativeQuery(COUNTER)
                                .setParameter("space", space.id)
                                .executeUpdate()))
        .replaceWithVoid();
  }

  /** By id or key; what the actor may not see is not there. */
  Uni<Space> require(Actor actor, String ref) {
    return getSession().chain(session -> require(session, FIND, actor, ref));
  }

  /** As above, and nobody else changes it until the commit. */
  Uni<Space> requireLocked(Actor actor, String ref) {
    return getSession().chain(session -> require(session, FIND + " FOR UPDATE OF s", actor, ref));
  }

  private static Uni<Space> require(Mutiny.Session session, String sql, Actor actor, String ref) {
    SpaceRef space = SpaceRef.of(ref);
    return session
        .createNativeQuery(sql, Space.class)
        .setParameter("id", space.id())
        .setParameter("key", space.key())
        .setParameter("actor", actor.id())
        .setParameter("all", SpaceSight.seesAll(actor))
        .getResultList()
        .map(SpaceRepository::onlyOne);
  }

  private static Space onlyOne(List<Space> found) {
    if (found.isEmpty()) {
      throw ProblemException.notFound();
    }
    return found.get(0);
  }
}
