package dev.helpdesk.ticketing.github;

import dev.helpdesk.kit.problem.CommonError;
import dev.helpdesk.kit.problem.FieldError;
import dev.helpdesk.kit.problem.ProblemException;
import dev.helpdesk.kit.security.Actor;
import dev.helpdesk.kit.sql.Transactions;
import dev.helpdesk.ticketing.sla.Now;
import dev.helpdesk.ticketing.ticket.IssueRef;
import dev.helpdesk.ticketing.ticket.OutsideChange;
import dev.helpdesk.ticketing.ticket.OutsideChanges;
import dev.helpdesk.ticketing.ticket.SeenTicket;
import dev.helpdesk.ticketing.ticket.TicketAddress;
import dev.helpdesk.ticketing.ticket.TicketView;
import dev.helpdesk.ticketing.ticket.Tickets;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;

/** Links a ticket to an issue that is there already. */
@ApplicationScoped
class LinkTicket {
  private final Pool pool;
  private final Transactions transactions;
  private final Tickets tickets;
  private final IssueTable issues;
  private final LinkTable links;
  private final OutsideChanges changes;
  private final GithubSettings settings;
  private final Now now;

  LinkTicket(
      Pool pool,
      Transactions transactions,
      Tickets tickets,
      IssueTable issues,
      LinkTable links,
      OutsideChanges changes,
      GithubSettings settings,
      Now now) {
    this.pool = pool;
    this.transactions = transactions;
    this.tickets = tickets;
    this.issues = issues;
    this.links = links;
    this.changes = changes;
    this.settings = settings;
    this.now = now;
  }

  Uni<TicketView> link(Actor actor, TicketAddress address, LinkIssue command) {
    return tickets
        .require(pool, actor, address)
        .invoke(seen -> GithubPolicy.requireWorksHere(seen.standing()))
        .map(seen -> requirePage(command))
        .chain(page -> transactions.run(work -> link(work, actor, address, page, command)));
  }

  /** The issue's row is locked before the ticket, as by those who bring news of the issue. */
  private Uni<TicketView> link(
      SqlConnection transaction,
      Actor actor,
      TicketAddress address,
      IssuePage page,
      LinkIssue command) {
    return issues
        .lock(transaction, page.id())
        .chain(() -> tickets.requireLocked(transaction, actor, address))
        .invoke(seen -> GithubPolicy.requireWorksHere(seen.standing()))
        .call(seen -> link(transaction, actor, seen, page, command.issueUrl()))
        .map(seen -> TicketView.of(seen, now.instant()));
  }

  private Uni<Void> link(
      SqlConnection transaction, Actor actor, SeenTicket seen, IssuePage page, String url) {
    return links
        .find(transaction, seen.ticket().id())
        .chain(
            present ->
                page.id().equals(present)
                    ? Uni.createFrom().voidItem()
                    : links.set(transaction, seen.ticket().id(), page.id(), url))
        .chain(
            () ->
                changes.change(
                    transaction,
                    actor,
                    seen,
                    OutsideChange.linkingTo(IssueRef.to(page.number(), url))));
  }

  private IssuePage requirePage(LinkIssue command) {
    IssuePage page = IssuePage.of(command.issueUrl());
    if (page == null) {
      throw ProblemException.invalid("issueUrl", "is not the address of an issue");
    }
    if (!settings.allowedHosts().contains(page.repository().host())) {
      throw ProblemException.invalid(
          "issueUrl", "must be on " + String.join(" or ", settings.allowedHosts()));
    }
    if (!Objects.equals(command.issueNumber(), page.number())) {
      throw new ProblemException(
          CommonError.VALIDATION_FAILED,
          "issueNumber and issueUrl name different issues",
          List.of(
              FieldError.invalid("issueNumber", "is not the number in issueUrl"),
              FieldError.invalid("issueUrl", "is not the address of issue issueNumber")));
    }
    return page;
  }
}
