package dev.helpdesk.ticketing.directory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.helpdesk.kit.security.Actor;
import dev.helpdesk.kit.security.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Whoever calls is a known person from then on, even if the event about them is still on its way.
 */
@ApplicationScoped
class KnownCallers {
  // A person known from an event is known better than a token can tell.
  private static final String REMEMBER =
      "INSERT INTO person (id, name, username, email, role, active, version)"
          + " VALUES ($1, $2, NULL, $3, $4, true, -1) ON CONFLICT (id) DO UPDATE"
          + " SET email = excluded.email, role = excluded.role WHERE person.version < 0";

  private final Pool pool;
  private final Caller caller;
  private final Cache<Actor, Boolean> known =
      Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(Duration.ofHours(1)).build();

  KnownCallers(Pool pool, Caller caller) {
    this.pool = pool;
    this.caller = caller;
  }

  Uni<Void> remember() {
    Optional<Actor> actor = caller.find();
    return actor.isEmpty() || known.getIfPresent(actor.get()) != null
        ? Uni.createFrom().voidItem()
        : insert(actor.get()).invoke(() -> known.put(actor.get(), true));
  }

  private Uni<Void> insert(Actor actor) {
    String role = actor.role().name().toLowerCase(Locale.ROOT);
    return pool.preparedQuery(REMEMBER)
        .execute(Tuple.of(actor.id(), nameIn(actor.email()), actor.email(), role))
        .replaceWithVoid();
  }

  private static String nameIn(String email) {
    int at = email.indexOf('@');
    return at > 0 ? email.substring(0, at) : email;
  }
}
