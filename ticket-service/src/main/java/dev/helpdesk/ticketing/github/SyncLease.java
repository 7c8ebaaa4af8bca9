package dev.helpdesk.ticketing.github;

import dev.helpdesk.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * One after the other for a ticket, on whatever replica: a row rather than a lock, so that no
 * connection to the database waits for GitHub.
 */
@ApplicationScoped
class SyncLease {
  // Longer than the calls of one sync can take together with their retries.
  private static final String TAKE =
      "INSERT INTO github_lease (ticket_id, holder, until)"
          + " VALUES ($1, $2, clock_timestamp() + interval '3 minutes')"
          + " ON CONFLICT (ticket_id) DO UPDATE"
          + " SET holder = excluded.holder, until = excluded.until"
          + " WHERE github_lease.until < clock_timestamp()";
  private static final String GIVE =
      "DELETE FROM github_lease WHERE ticket_id = $1 AND holder = $2";

  private final Pool pool;
  private final GithubSettings settings;

  SyncLease(Pool pool, GithubSettings settings) {
    this.pool = pool;
    this.settings = settings;
  }

  /** Somebody else works on it. */
  private static final class TakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TakenException() {
      super("taken", null, false, false);
    }
  }

  <T> Uni<T> holding(UUID ticketId, Supplier<Uni<T>> work) {
    UUID holder = UUID.randomUUID();
    return take(ticketId, holder)
        .chain(work::get)
        .eventually(() -> pool.preparedQuery(GIVE).execute(Tuple.of(ticketId, holder)));
  }

  private Uni<Void> take(UUID ticketId, UUID holder) {
    return Uni.createFrom()
        .deferred(() -> pool.preparedQuery(TAKE).execute(Tuple.of(ticketId, holder)))
        .invoke(
            done -> {
              if (done.rowCount() == 0) {
                throw new TakenException();
              }
            })
        .onFailure(TakenException.class)
        .retry()
        .withBackOff(Duration.ofMillis(50), Duration.ofMillis(500))
        .expireIn(settings.patience().toMillis())
        .onFailure(failure -> isTaken(failure))
        .transform(
            failure -> ProblemException.unavailable("Another sync of this ticket takes too long."))
        .replaceWithVoid();
  }

  /** The retry wraps the last failure when it gives up. */
  private static boolean isTaken(Throwable failure) {
    return failure instanceof TakenException || failure.getCause() instanceof TakenException;
  }
}
