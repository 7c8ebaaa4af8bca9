package dev.helpdesk.ticketing.github;

import dev.helpdesk.kit.sql.Rows;
import dev.helpdesk.ticketing.sla.Now;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** Comments on issues that never became tickets are not kept. */
@ApplicationScoped
class SweepWaitingComments {
  private static final String SWEEP =
      "DELETE FROM github_comment WHERE (repository, comment_id) IN (SELECT repository, comment_id"
          + " FROM github_comment WHERE body IS NOT NULL AND received_at < $1 LIMIT 5000)";

  private final Pool pool;
  private final GithubSettings settings;
  private final Now now;

  SweepWaitingComments(Pool pool, GithubSettings settings, Now now) {
    this.pool = pool;
    this.settings = settings;
    this.now = now;
  }

  @Scheduled(
      every = "30m",
      delayed = "2m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> sweep() {
    return pool.preparedQuery(SWEEP)
        .execute(Tuple.of(Rows.time(now.instant().minus(settings.keepWaiting()))))
        .replaceWithVoid();
  }
}
