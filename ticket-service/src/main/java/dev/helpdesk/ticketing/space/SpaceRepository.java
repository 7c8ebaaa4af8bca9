package dev.helpdesk.ticketing.space;

import dev.helpdesk.kit.security.Actor;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Spaces in the database. */
@ApplicationScoped
class SpaceRepository implements PanacheRepositoryBase<Space, UUID> {
  /** Held until the commit, so that two new spaces cannot ask for one key at the same time. */
  private static final String LOCK_KEYS = "SELECT pg_advisory_xact_lock(7001)";

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
                                .createNativeQuery(
                                    "SELECT space_key FROM space WHERE starts_with(space_key, :key)",
                                    String.class)
                                .setParameter("key", key)
                                .getResultList()))
        .map(HashSet::new);
  }

  /** By id or, in any case, by key; nothing that the actor may not see. */
  Uni<@Nullable Space> findVisible(Actor actor, String idOrKey) {
    UUID id = SpaceRef.idIn(idOrKey);
    return id == null
        ? find(
                "from Space s where s.key = ?1 and " + SpacePolicy.VISIBLE_HQL,
                idOrKey.toUpperCase(Locale.ROOT),
                SpacePolicy.seesAll(actor),
                actor.id())
            .firstResult()
        : find(
                "from Space s where s.id = ?1 and " + SpacePolicy.VISIBLE_HQL,
                id,
                SpacePolicy.seesAll(actor),
                actor.id())
            .firstResult();
  }
}
