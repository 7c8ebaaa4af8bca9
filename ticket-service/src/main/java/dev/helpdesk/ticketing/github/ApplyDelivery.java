package dev.helpdesk.ticketing.github;

import dev.helpdesk.kit.security.Actor;
import dev.helpdesk.ticketing.directory.PersonView;
import dev.helpdesk.ticketing.space.SeenSpace;
import dev.helpdesk.ticketing.space.Spaces;
import dev.helpdesk.ticketing.ticket.OutsideChange;
import dev.helpdesk.ticketing.ticket.OutsideChanges;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened at GitHub happens here. The issue's row is locked, so one delivery at a time. */
@ApplicationScoped
class ApplyDelivery {
  private static final UUID NOBODY = new UUID(0, 0);

  private final IssueLinks issues;
  private final OutsideChanges changes;
  private final ForeignComments comments;
  private final GithubPeople people;
  private final Spaces spaces;

  ApplyDelivery(
      IssueLinks issues,
      OutsideChanges changes,
      ForeignComments comments,
      GithubPeople people,
      Spaces spaces) {
    this.issues = issues;
    this.changes = changes;
    this.comments = comments;
    this.people = people;
    this.spaces = spaces;
  }

  Uni<Void> apply(SqlConnection transaction, Delivery delivery, @Nullable UUID space) {
    IssueId issue = delivery.issueId();
    return issues
        .issues()
        .lock(transaction, issue)
        .call(state -> adopt(transaction, delivery, state, space))
        .chain(
            state ->
                issues
                    .links()
                    .tickets(transaction, issue)
                    .chain(linked -> apply(transaction, delivery, state, linked, space))
                    .chain(() -> issues.issues().save(transaction, issue, state)));
  }

  /** The issue that a sync of ours has just made, though GitHub's answer was slower or lost. */
  private Uni<Void> adopt(
      SqlConnection transaction, Delivery delivery, IssueState state, @Nullable UUID space) {
    UUID marker = delivery.issue().marker();
    if (marker == null) {
      return Uni.createFrom().voidItem();
    }
    return issues
        .creations()
        .waitingFor(transaction, marker, delivery.issueId().repository())
        .chain(
            ticket ->
                ticket == null
                    ? Uni.createFrom().voidItem()
                    : adopt(transaction, delivery, state, marker, ticket));
  }

  private Uni<Void> adopt(
      SqlConnection transaction, Delivery delivery, IssueState state, UUID marker, UUID ticket) {
    state.filed = true;
    state.learnOpened(delivery.issue());
    return actor(transaction, delivery.sender(), NOBODY)
        .chain(
            actor ->
                issues.adopt(
                    transaction,
                    actor,
                    ticket,
                    marker,
                    delivery.issueId(),
                    delivery.issue().url()));
  }

  private Uni<Void> apply(
      SqlConnection transaction,
      Delivery delivery,
      IssueState state,
      List<UUID> linked,
      @Nullable UUID space) {
    RemoteIssue issue = delivery.issue();
    return switch (delivery.happening()) {
      case OPENED -> open(transaction, delivery, state, linked, space);
      case EDITED, LABELED -> change(transaction, delivery, linked, state.learnContent(issue));
      case CLOSED ->
          change(transaction, delivery, linked, state.learnState("closed", issue.updatedAt()));
      case REOPENED ->
          change(transaction, delivery, linked, state.learnState("open", issue.updatedAt()));
      case COMMENTED -> comments.take(transaction, delivery, state, linked);
    };
  }

  private Uni<Void> open(
      SqlConnection transaction,
      Delivery delivery,
      IssueState state,
      List<UUID> linked,
      @Nullable UUID space) {
    state.learnOpened(delivery.issue());
    if (state.filed || !linked.isEmpty() || space == null) {
      return Uni.createFrom().voidItem();
    }
    state.filed = true;
    return spaces
        .require(transaction, OutsideChanges.actor(NOBODY), space.toString())
        .chain(
            seen ->
                people
                    .person(transaction, delivery.author(), space)
                    .chain(who -> file(transaction, delivery, state, seen, who)));
  }

  /** By the newest that we know of the issue, which may be more than this delivery tells. */
  private Uni<Void> file(
      SqlConnection transaction,
      Delivery delivery,
      IssueState state,
      SeenSpace space,
      PersonView who) {
    IssueContent content =
        state.content == null
            ? IssueContent.foreign(delivery.issue().title(), null, List.of())
            : state.content;
    return changes
        .file(transaction, space, who, content.title(), content.body(), content.tags())
        .call(
            ticket ->
                issues.links().set(transaction, ticket, delivery.issueId(), delivery.issue().url()))
        .call(ticket -> comments.deliverWaiting(transaction, delivery.issueId(), ticket))
        .chain(
            ticket ->
                "closed".equals(state.state)
                    ? change(transaction, delivery, List.of(ticket), OutsideChange.settling(true))
                    : Uni.createFrom().voidItem());
  }

  private Uni<Void> change(
      SqlConnection transaction, Delivery delivery, List<UUID> linked, OutsideChange change) {
    return change.equals(OutsideChange.NONE)
        ? Uni.createFrom().voidItem()
        : Multi.createFrom()
            .iterable(linked)
            .onItem()
            .transformToUniAndConcatenate(
                ticket -> change(transaction, delivery.sender(), ticket, change))
            .collect()
            .last()
            .replaceWithVoid();
  }

  private Uni<Void> change(
      SqlConnection transaction, String login, UUID ticket, OutsideChange change) {
    return changes
        .findLocked(transaction, OutsideChanges.actor(NOBODY), ticket)
        .chain(
            seen ->
                seen == null
                    ? Uni.createFrom().voidItem()
                    : actor(transaction, login, seen.ticket().identity().spaceId())
                        .chain(actor -> changes.change(transaction, actor, seen, change)));
  }

  private Uni<Actor> actor(SqlConnection transaction, String login, UUID space) {
    return people
        .person(transaction, login, space)
        .map(person -> OutsideChanges.actor(person.id()));
  }
}
