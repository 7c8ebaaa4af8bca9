package dev.helpdesk.auth.password;

import dev.helpdesk.kit.limit.RateLimits;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;

/**
 * How often a password may be guessed from one address, counted by all replicas together. A guess
 * is judged by what had been counted when its answer goes out, not when it came in: of a hundred
 * parallel ones no more are answered than of a hundred in a row.
 */
@ApplicationScoped
public class GuessLimit {
  private static final String RECENT =
      "ARRAY(SELECT t FROM unnest(f.failed_at) AS t"
          + " WHERE t > now() - make_interval(secs => $3) ORDER BY t)";
  private static final String COUNT =
      "INSERT INTO sign_in_failure AS f (login, address, failed_at, last_at)"
          + " VALUES ($1, $2, ARRAY[now()], now()) ON CONFLICT (login, address) DO UPDATE"
          + " SET last_at = now(), failed_at = "
          + RECENT
          + " || now() WHERE cardinality("
          + RECENT
          + ") < $4";
  private static final String WAIT =
      "SELECT CAST(ceil(extract(epoch FROM r[cardinality(r) - $4 + 1]"
          + " + make_interval(secs => $3) - now())) AS integer) FROM (SELECT "
          + RECENT
          + " AS r FROM sign_in_failure AS f WHERE login = $1 AND address = $2) AS recent"
          + " WHERE cardinality(r) >= $4";

  private final Pool pool;
  private final GuessSettings settings;

  GuessLimit(Pool pool, GuessSettings settings) {
    this.pool = pool;
    this.settings = settings;
  }

  /** Whose password is guessed: an account's, or that of a name which nobody has. */
  public record Target(String login, String address) {
    public static Target account(UUID id, String address) {
      return new Target("account:" + id, address);
    }
  }

  /** Refuses while there were too many wrong guesses, also the right one. */
  public Uni<Void> check(Target target) {
    return pool.preparedQuery(WAIT).execute(values(target)).invoke(this::judge).replaceWithVoid();
  }

  /** Counts a wrong guess; the one too many is refused like all after it. */
  public Uni<Void> countWrong(Target target) {
    return pool.preparedQuery(COUNT)
        .execute(values(target))
        .chain(counted -> counted.rowCount() == 1 ? Uni.createFrom().voidItem() : check(target));
  }

  /** Asks before the guess, so that nobody computes in vain, and again before it is answered. */
  public Uni<Boolean> guess(Target target, Function<Target, Uni<Boolean>> comparison) {
    return check(target)
        .chain(() -> comparison.apply(target))
        .call(right -> right ? check(target) : countWrong(target));
  }

  private Tuple values(Target target) {
    return Tuple.of(
        target.login(), target.address(), settings.window().toMillis() / 1000.0, settings.wrong());
  }

  private void judge(RowSet<Row> found) {
    for (Row row : found) {
      throw RateLimits.tooMany(Duration.ofSeconds(row.getInteger(0)));
    }
  }
}
