package dev.helpdesk.ticketing.github;

import dev.helpdesk.kit.problem.CommonError;
import dev.helpdesk.kit.problem.ProblemException;
import dev.helpdesk.kit.security.Actor;
import dev.helpdesk.ticketing.github.SyncBook.Task;
import dev.helpdesk.ticketing.sla.Now;
import dev.helpdesk.ticketing.ticket.TicketAddress;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/**
 * Brings a ticket to GitHub. What is about to be done is written down first, then GitHub is called
 * without any transaction, then what came of it is written down; whatever dies between, the next
 * try finds the issue again.
 */
@ApplicationScoped
class SyncTicket {
  private static final int AN_HOUR = 3600;

  private final SyncBook book;
  private final SyncLease lease;
  private final MakeIssue make;
  private final GithubClient github;
  private final GithubSettings settings;
  private final Now now;

  SyncTicket(
      SyncBook book,
      SyncLease lease,
      MakeIssue make,
      GithubClient github,
      GithubSettings settings,
      Now now) {
    this.book = book;
    this.lease = lease;
    this.make = make;
    this.github = github;
    this.settings = settings;
    this.now = now;
  }

  Uni<SyncResult> sync(Actor actor, TicketAddress address) {
    return book.requireTarget(actor, address)
        .invoke(ticketId -> requireToken(settings))
        .chain(ticketId -> lease.holding(ticketId, () -> work(actor, address)));
  }

  static void requireToken(GithubSettings settings) {
    if (settings.token().isEmpty()) {
      throw new ProblemException(
              CommonError.SERVICE_UNAVAILABLE,
              "This installation has no access to GitHub: helpdesk.github.token is not set.")
          .header("Retry-After", Integer.toString(AN_HOUR));
    }
  }

  private Uni<SyncResult> work(Actor actor, TicketAddress address) {
    return book.begin(actor, address)
        .chain(
            task ->
                bring(actor, task)
                    .onFailure()
                    .recoverWithUni(failure -> failed(actor, task, failure)));
  }

  private Uni<SyncResult> bring(Actor actor, Task task) {
    IssueId issue = task.issue();
    return issue == null ? create(actor, task) : update(actor, task, issue);
  }

  private Uni<SyncResult> create(Actor actor, Task task) {
    return make.make(task)
        .call(made -> book.made(actor, task, made))
        .chain(made -> isRight(task, made) ? done(made) : correct(task, made))
        .call(issue -> book.wrote(actor, task, issue, false))
        .map(issue -> SyncResult.of(true, issue));
  }

  private static Uni<RemoteIssue> done(RemoteIssue issue) {
    return Uni.createFrom().item(issue);
  }

  /** An issue is made open, and one that was found again may be from an earlier state. */
  private static boolean isRight(Task task, RemoteIssue made) {
    return task.retried() ? task.push().isSaidBy(made) : task.push().state().equals(made.state());
  }

  private Uni<RemoteIssue> correct(Task task, RemoteIssue made) {
    return github.update(
        new IssueId(task.repository(), made.number()), task.push().toUpdate(task.marker(), null));
  }

  private Uni<SyncResult> update(Actor actor, Task task, IssueId issue) {
    return known(task, issue)
        .chain(push -> github.update(issue, push.toUpdate(task.marker(), task.known())))
        .call(written -> book.wrote(actor, task, written, true))
        .map(written -> SyncResult.of(false, written));
  }

  /** Labels that only GitHub knows stay; where we never heard of the issue, we ask. */
  private Uni<Push> known(Task task, IssueId issue) {
    return task.known() != null
        ? Uni.createFrom().item(task.push())
        : github
            .read(issue)
            .map(present -> Push.of(task.ticket(), present.content()))
            .onFailure(SyncTicket::isRefused)
            .recoverWithItem(task.push());
  }

  /** Then the update will be, too, and that is what counts. */
  private static boolean isRefused(Throwable failure) {
    return failure instanceof GithubFailure known && known.kind() == GithubFailure.Kind.REFUSED;
  }

  private Uni<SyncResult> failed(Actor actor, Task task, Throwable failure) {
    if (failure instanceof ProblemException problem) {
      return Uni.createFrom().failure(problem);
    }
    GithubFailure known = GithubFailure.of(failure);
    return book.failed(actor, task, known)
        .chain(() -> Uni.createFrom().failure(() -> problem(known)));
  }

  private ProblemException problem(GithubFailure failure) {
    ProblemException problem = new ProblemException(GithubError.GITHUB_ERROR, failure.reason());
    Instant retryAt = failure.retryAt();
    return retryAt == null
        ? problem
        : problem.header(
            "Retry-After",
            Long.toString(Math.max(1, Duration.between(now.instant(), retryAt).toSeconds())));
  }
}
