package dev.helpdesk.ticketing.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.helpdesk.ticketing.github.SyncBook.Task;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Makes an issue, once. Where it was tried before and nobody knows what became of that, the issue
 * is looked for by its marker; only one that is certainly not there is made.
 */
@ApplicationScoped
class MakeIssue {
  private static final int PAGE = 50;
  private static final int MOST_PAGES = 20;

  /** Clocks differ. */
  private static final Duration MARGIN = Duration.ofHours(1);

  private final GithubClient github;
  private final GithubGuard guard;
  private final CreationTable creations;
  private final io.vertx.mutiny.sqlclient.Pool pool;

  MakeIssue(
      GithubClient github,
      GithubGuard guard,
      CreationTable creations,
      io.vertx.mutiny.sqlclient.Pool pool) {
    this.github = github;
    this.guard = guard;
    this.creations = creations;
    this.pool = pool;
  }

  Uni<RemoteIssue> make(Task task) {
    UUID marker = Objects.requireNonNull(task.marker());
    AtomicBoolean tried = new AtomicBoolean(task.retried());
    return guard
        .again(() -> lookThenMake(task, marker, tried))
        .onFailure(failure -> isNo(failure) && !task.retried())
        .call(() -> creations.forget(pool, marker));
  }

  /** A plain no to the first try: there is no issue. */
  private static boolean isNo(Throwable failure) {
    return failure instanceof GithubFailure known && known.kind() != GithubFailure.Kind.UNCERTAIN;
  }

  private Uni<RemoteIssue> lookThenMake(Task task, UUID marker, AtomicBoolean tried) {
    return tried.get()
        ? look(task.repository(), marker, task.attemptedAt().minus(MARGIN), 1)
            .chain(found -> found == null ? post(task, marker, tried) : item(found))
        : post(task, marker, tried);
  }

  private static Uni<RemoteIssue> item(RemoteIssue issue) {
    return Uni.createFrom().item(issue);
  }

  private Uni<RemoteIssue> post(Task task, UUID marker, AtomicBoolean tried) {
    return Uni.createFrom()
        .deferred(() -> github.create(task.repository(), task.push().toCreate(marker)))
        .onSubscription()
        .invoke(() -> tried.set(true));
  }

  private Uni<@Nullable RemoteIssue> look(
      RepositoryName repository, UUID marker, Instant since, int page) {
    return github
        .newest(repository, page, PAGE)
        .chain(
            issues -> {
              RemoteIssue found = find(issues, repository, marker);
              if (found != null || issues.size() < PAGE || isBefore(issues, repository, since)) {
                return Uni.createFrom().item(found);
              }
              if (page == MOST_PAGES) {
                throw GithubFailure.uncertain("An issue that was tried before cannot be found.");
              }
              return look(repository, marker, since, page + 1);
            });
  }

  private static @Nullable RemoteIssue find(
      JsonNode issues, RepositoryName repository, UUID marker) {
    for (JsonNode json : issues) {
      RemoteIssue issue = RemoteIssue.of(json, repository);
      if (issue != null && marker.equals(issue.marker())) {
        return issue;
      }
    }
    return null;
  }

  /** The list goes back in time: what comes after is older than our first try. */
  private static boolean isBefore(JsonNode issues, RepositoryName repository, Instant since) {
    RemoteIssue last = RemoteIssue.of(issues.get(issues.size() - 1), repository);
    Instant made = last == null ? null : last.createdAt();
    return made != null && made.isBefore(since);
  }
}
