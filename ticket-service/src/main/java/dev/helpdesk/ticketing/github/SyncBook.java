package dev.helpdesk.ticketing.github;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.helpdesk.contracts.ticket.FieldChange;
import dev.helpdesk.kit.problem.CommonError;
import dev.helpdesk.kit.problem.ProblemException;
import dev.helpdesk.kit.security.Actor;
import dev.helpdesk.kit.sql.Transactions;
import dev.helpdesk.kit.web.StrictJson;
import dev.helpdesk.ticketing.github.CreationTable.Creation;
import dev.helpdesk.ticketing.sla.Now;
import dev.helpdesk.ticketing.ticket.SeenTicket;
import dev.helpdesk.ticketing.ticket.TicketAddress;
import dev.helpdesk.ticketing.ticket.TicketView;
import dev.helpdesk.ticketing.ticket.Tickets;
import dev.helpdesk.ticketing.timeline.Action;
import dev.helpdesk.ticketing.timeline.NewEntry;
import dev.helpdesk.ticketing.timeline.Timeline;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes down what a sync is about to do and what came of it, each in a transaction. */
@ApplicationScoped
class SyncBook {
  private final Transactions transactions;
  private final Tickets tickets;
  private final SpaceRepositories repositories;
  private final IssueLinks issues;
  private final Timeline timeline;
  private final GithubSettings settings;
  private final Now now;

  SyncBook(
      Transactions transactions,
      Tickets tickets,
      SpaceRepositories repositories,
      IssueLinks issues,
      Timeline timeline,
      GithubSettings settings,
      Now now) {
    this.transactions = transactions;
    this.tickets = tickets;
    this.repositories = repositories;
    this.issues = issues;
    this.timeline = timeline;
    this.settings = settings;
    this.now = now;
  }

  /** What is to be done: with the linked issue, or where there is none with one to be made. */
  record Task(
      TicketView ticket,
      RepositoryName repository,
      @Nullable IssueId issue,
      @Nullable IssueContent known,
      @Nullable UUID marker,
      boolean retried,
      Instant attemptedAt,
      Push push) {}

  /** Where a ticket is to be brought. */
  private record Target(@Nullable IssueId issue, @Nullable Creation creation, RepositoryName at) {}

  /** The ticket's id, if the actor may bring it somewhere. */
  Uni<UUID> requireTarget(Actor actor, TicketAddress address) {
    return transactions.run(
        transaction ->
            require(transaction, actor, address)
                .call(seen -> target(transaction, seen))
                .map(seen -> seen.ticket().id()));
  }

  private Uni<SeenTicket> require(SqlClient client, Actor actor, TicketAddress address) {
    return tickets
        .require(client, actor, address)
        .invoke(seen -> GithubPolicy.requireWorksHere(seen.standing()));
  }

  private Uni<Target> target(SqlConnection transaction, SeenTicket seen) {
    UUID ticketId = seen.ticket().id();
    return issues
        .links()
        .find(transaction, ticketId)
        .chain(
            linked ->
                issues
                    .creations()
                    .find(transaction, ticketId)
                    .chain(
                        creation ->
                            linked != null
                                ? Uni.createFrom()
                                    .item(new Target(linked, creation, linked.repository()))
                                : unlinked(transaction, seen, creation)))
        .invoke(target -> requireReachable(target.at()));
  }

  private Uni<Target> unlinked(
      SqlConnection transaction, SeenTicket seen, @Nullable Creation creation) {
    if (creation != null) {
      return Uni.createFrom().item(new Target(null, creation, creation.repository()));
    }
    return repositories
        .of(transaction, seen.ticket().identity().spaceId())
        .onItem()
        .ifNull()
        .failWith(
            () ->
                new ProblemException(
                    CommonError.CONFLICT,
                    "The ticket is linked to no issue, and its space has no repository."))
        .map(repository -> new Target(null, null, repository));
  }

  private void requireReachable(RepositoryName repository) {
    if (!repository.host().equals(settings.host())) {
      throw new ProblemException(
          CommonError.CONFLICT, "The issue is on a host whose API is not set up here.");
    }
  }

  Uni<Task> begin(Actor actor, TicketAddress address) {
    return transactions.run(
        transaction ->
            require(transaction, actor, address)
                .chain(
                    seen ->
                        target(transaction, seen)
                            .chain(target -> begin(transaction, seen, target))));
  }

  private Uni<Task> begin(SqlConnection transaction, SeenTicket seen, Target target) {
    TicketView ticket = TicketView.of(seen, now.instant());
    IssueId issue = target.issue();
    return issue == null
        ? beginMaking(transaction, ticket, target)
        : issues
            .announce(transaction, issue, ticket)
            .map(known -> updating(ticket, target, issue, known));
  }

  private Task updating(
      TicketView ticket, Target target, IssueId issue, @Nullable IssueContent known) {
    Creation made = target.creation();
    boolean own = made != null && made.number() != null && made.number() == issue.number();
    return new Task(
        ticket,
        issue.repository(),
        issue,
        known,
        own && made != null ? made.marker() : null,
        false,
        now.instant(),
        Push.of(ticket, known));
  }

  private Uni<Task> beginMaking(SqlConnection transaction, TicketView ticket, Target target) {
    Creation before = target.creation();
    Creation creation =
        before == null
            ? new Creation(UuidCreator.getTimeOrderedEpoch(), target.at(), now.instant(), null)
            : before;
    Task task =
        new Task(
            ticket,
            creation.repository(),
            null,
            null,
            creation.marker(),
            before != null,
            creation.attemptedAt(),
            Push.of(ticket, null));
    return before == null
        ? issues.creations().add(transaction, ticket.id(), creation).replaceWith(task)
        : Uni.createFrom().item(task);
  }

  /** GitHub made the issue, or had made it: from now on the ticket is linked to it. */
  Uni<Void> made(Actor actor, Task task, RemoteIssue issue) {
    return transactions.run(
        transaction ->
            issues.adopt(
                transaction,
                actor,
                task.ticket().id(),
                task.marker(),
                id(task, issue),
                issue.url()));
  }

  private static IssueId id(Task task, RemoteIssue issue) {
    return new IssueId(task.repository(), issue.number());
  }

  /** The issue says what the ticket says. */
  Uni<Void> wrote(Actor actor, Task task, RemoteIssue answer, boolean told) {
    Instant at = now.instant();
    UUID ticketId = task.ticket().id();
    FieldChange change =
        new FieldChange("github.syncedAt", syncedAt(task.ticket()), StrictJson.format(at));
    return transactions.run(
        transaction ->
            issues
                .wrote(transaction, id(task, answer), task.push().content(), answer)
                .chain(() -> issues.links().synced(transaction, ticketId, at))
                .chain(
                    () ->
                        told
                            ? tell(transaction, actor, ticketId, Action.GITHUB_SYNCED, change, at)
                            : Uni.createFrom().voidItem()));
  }

  /** As the timeline writes it. */
  private static @Nullable String syncedAt(TicketView ticket) {
    TicketView.GithubIssue issue = ticket.github();
    Instant at = issue == null ? null : issue.syncedAt();
    return at == null ? null : StrictJson.format(at);
  }

  Uni<Void> failed(Actor actor, Task task, GithubFailure failure) {
    Instant at = now.instant();
    UUID ticketId = task.ticket().id();
    FieldChange change = new FieldChange("github.lastError", null, failure.reason());
    boolean certain = failure.kind() != GithubFailure.Kind.UNCERTAIN;
    IssueId issue = task.issue();
    return transactions.run(
        transaction ->
            (issue != null && certain
                    ? issues.withdraw(transaction, issue)
                    : Uni.createFrom().voidItem())
                .chain(() -> issues.links().failed(transaction, ticketId, failure.reason()))
                .chain(
                    () ->
                        tell(transaction, actor, ticketId, Action.GITHUB_SYNC_FAILED, change, at)));
  }

  /** For those who work here; nothing of the ticket itself has changed. */
  private Uni<Void> tell(
      SqlConnection transaction,
      Actor actor,
      UUID ticketId,
      Action action,
      FieldChange change,
      Instant at) {
    return timeline.append(
        transaction,
        ticketId,
        actor.id(),
        at,
        List.of(new NewEntry(action, List.of(change), null, true)));
  }
}
