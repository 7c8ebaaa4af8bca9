package dev.helpdesk.ticketing.link;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.helpdesk.kit.idempotency.Created;
import dev.helpdesk.kit.idempotency.Idempotency;
import dev.helpdesk.kit.problem.CommonError;
import dev.helpdesk.kit.problem.ProblemException;
import dev.helpdesk.kit.security.Actor;
import dev.helpdesk.kit.sql.Transactions;
import dev.helpdesk.ticketing.link.LinkEnds.Ends;
import dev.helpdesk.ticketing.link.LinkEnds.News;
import dev.helpdesk.ticketing.sla.Now;
import dev.helpdesk.ticketing.ticket.Ticket;
import dev.helpdesk.ticketing.ticket.TicketAddress;
import dev.helpdesk.ticketing.ticket.TicketRights;
import dev.helpdesk.ticketing.ticket.Tickets;
import dev.helpdesk.ticketing.timeline.Action;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Links tickets and takes links away, for whoever may change any field of the ticket. */
@ApplicationScoped
class LinkTickets {
  private final Transactions transactions;
  private final Idempotency idempotency;
  private final Tickets tickets;
  private final Links links;
  private final LinkTable table;
  private final LinkEnds both;
  private final Now now;

  LinkTickets(
      Transactions transactions,
      Idempotency idempotency,
      Tickets tickets,
      Links links,
      LinkTable table,
      LinkEnds both,
      Now now) {
    this.transactions = transactions;
    this.idempotency = idempotency;
    this.tickets = tickets;
    this.links = links;
    this.table = table;
    this.both = both;
    this.now = now;
  }

  /** Both tickets as they were found: seen, but not locked yet. */
  private record Found(UUID here, UUID there) {}

  Uni<Created<LinkView>> link(Actor actor, TicketAddress address, CreateLink command) {
    return transactions.run(
        transaction ->
            find(transaction, actor, address, command)
                .chain(
                    found ->
                        idempotency.once(
                            transaction,
                            command,
                            () -> link(transaction, actor, found, command.type()))));
  }

  private Uni<Found> find(
      SqlConnection transaction, Actor actor, TicketAddress address, CreateLink command) {
    return tickets
        .require(transaction, actor, address)
        .chain(
            here ->
                tickets
                    .require(transaction, actor, TicketAddress.of(null, command.ticket()))
                    .invoke(() -> TicketRights.requireMayChangeAny(actor, here))
                    .map(there -> new Found(here.ticket().id(), there.ticket().id())));
  }

  private Uni<Created<LinkView>> link(
      SqlConnection transaction, Actor actor, Found found, LinkType type) {
    if (found.here().equals(found.there())) {
      throw ProblemException.invalid("ticket", "is this ticket itself");
    }
    return table
        .lock(transaction, type)
        .chain(() -> both.lock(transaction, actor, found.here(), found.there()))
        .invoke(ends -> TicketRights.requireMayChangeAny(actor, ends.here()))
        .call(ends -> refuseCircle(transaction, found, type))
        .chain(ends -> insert(transaction, actor, ends, type));
  }

  private Uni<Void> refuseCircle(SqlConnection transaction, Found found, LinkType type) {
    return type != LinkType.BLOCKS
        ? Uni.createFrom().voidItem()
        : table
            .blocks(transaction, found.there(), found.here())
            .invoke(LinkTickets::refuseIf)
            .replaceWithVoid();
  }

  private static void refuseIf(boolean circle) {
    if (circle) {
      throw new ProblemException(
          CommonError.CONFLICT, "A ticket cannot block what blocks it, be it through others.");
    }
  }

  private Uni<Created<LinkView>> insert(
      SqlConnection transaction, Actor actor, Ends ends, LinkType type) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    Ticket here = ends.here().ticket();
    Ticket there = ends.there().ticket();
    return table
        .insert(transaction, id, here.id(), there.id(), type, now.instant())
        .chain(
            () ->
                both.tell(
                    transaction,
                    actor,
                    ends,
                    new News(Action.LINKED, id, type.wire(), type.mirror())))
        .chain(() -> links.require(transaction, actor, here.id(), id.toString()))
        .map(found -> Created.at(location(here, id), found.view()));
  }

  private static String location(Ticket here, UUID id) {
    return "/api/v1/tickets/" + here.identity().key() + "/links/" + id;
  }

  Uni<Void> unlink(Actor actor, TicketAddress address, String id) {
    return transactions.run(
        transaction ->
            tickets
                .require(transaction, actor, address)
                .chain(
                    here ->
                        links
                            .require(transaction, actor, here.ticket().id(), id)
                            .invoke(() -> TicketRights.requireMayChangeAny(actor, here)))
                .chain(found -> unlink(transaction, actor, found)));
  }

  private Uni<Void> unlink(SqlConnection transaction, Actor actor, Links.Found found) {
    String relation = found.view().type();
    return both.lock(transaction, actor, found.ticketId(), found.otherId())
        .invoke(ends -> TicketRights.requireMayChangeAny(actor, ends.here()))
        .call(ends -> table.delete(transaction, found.view().id()).invoke(LinkTickets::requireIt))
        .chain(
            ends ->
                both.tell(
                    transaction,
                    actor,
                    ends,
                    new News(
                        Action.UNLINKED,
                        found.view().id(),
                        relation,
                        LinkType.mirrorOf(relation))));
  }

  private static void requireIt(boolean deleted) {
    if (!deleted) {
      throw ProblemException.notFound();
    }
  }
}
