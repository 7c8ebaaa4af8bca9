package dev.helpdesk.ticketing.github;

import dev.helpdesk.kit.security.Actor;
import dev.helpdesk.ticketing.ticket.IssueRef;
import dev.helpdesk.ticketing.ticket.OutsideChange;
import dev.helpdesk.ticketing.ticket.OutsideChanges;
import dev.helpdesk.ticketing.ticket.TicketView;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What we know of issues together with the tickets that they belong to. */
@ApplicationScoped
class IssueLinks {
  private final IssueTable issues;
  private final LinkTable links;
  private final CreationTable creations;
  private final OutsideChanges changes;

  IssueLinks(IssueTable issues, LinkTable links, CreationTable creations, OutsideChanges changes) {
    this.issues = issues;
    this.links = links;
    this.creations = creations;
    this.changes = changes;
  }

  IssueTable issues() {
    return issues;
  }

  LinkTable links() {
    return links;
  }

  CreationTable creations() {
    return creations;
  }

  /** We are about to write this to the issue. Answers what we know that it says. */
  Uni<@Nullable IssueContent> announce(
      SqlConnection transaction, IssueId issue, TicketView ticket) {
    return issues
        .lock(transaction, issue)
        .call(
            state -> {
              Push push = Push.of(ticket, state.content);
              state.sent = new IssueState.Sent(push.content(), push.state());
              return issues.save(transaction, issue, state);
            })
        .map(state -> state.content);
  }

  /** GitHub said no to that. */
  Uni<Void> withdraw(SqlConnection transaction, IssueId issue) {
    return issues
        .lock(transaction, issue)
        .chain(
            state -> {
              state.sent = null;
              return issues.save(transaction, issue, state);
            });
  }

  Uni<Void> wrote(
      SqlConnection transaction, IssueId issue, IssueContent written, RemoteIssue answer) {
    return issues
        .lock(transaction, issue)
        .chain(
            state -> {
              state.wrote(written, answer);
              return issues.save(transaction, issue, state);
            });
  }

  /** An issue that was made for a ticket is known; whoever hears of it first links the two. */
  Uni<Void> adopt(
      SqlConnection transaction,
      Actor actor,
      UUID ticketId,
      @Nullable UUID marker,
      IssueId issue,
      String url) {
    return issues
        .lock(transaction, issue)
        .chain(
            state -> {
              state.filed = true;
              return issues.save(transaction, issue, state);
            })
        .chain(
            () ->
                marker == null
                    ? Uni.createFrom().voidItem()
                    : creations.made(transaction, marker, issue.number()))
        .chain(() -> links.find(transaction, ticketId))
        .chain(
            linked ->
                linked == null
                    ? link(transaction, actor, ticketId, issue, url)
                    : Uni.createFrom().voidItem());
  }

  private Uni<Void> link(
      SqlConnection transaction, Actor actor, UUID ticketId, IssueId issue, String url) {
    return changes
        .findLocked(transaction, OutsideChanges.actor(actor.id()), ticketId)
        .chain(
            seen ->
                seen == null
                    ? Uni.createFrom().voidItem()
                    : links
                        .set(transaction, ticketId, issue, url)
                        .chain(
                            () ->
                                changes.change(
                                    transaction,
                                    actor,
                                    seen,
                                    OutsideChange.linkingTo(IssueRef.to(issue.number(), url)))));
  }
}
