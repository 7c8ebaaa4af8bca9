package dev.helpdesk.ticketing.link;

import dev.helpdesk.contracts.ticket.TicketLinked;
import dev.helpdesk.contracts.ticket.TicketRef;
import dev.helpdesk.contracts.ticket.TicketUnlinked;
import dev.helpdesk.kit.security.Actor;
import dev.helpdesk.ticketing.directory.People;
import dev.helpdesk.ticketing.sla.Now;
import dev.helpdesk.ticketing.ticket.SeenTicket;
import dev.helpdesk.ticketing.ticket.Ticket;
import dev.helpdesk.ticketing.ticket.TicketAddress;
import dev.helpdesk.ticketing.ticket.TicketJournal;
import dev.helpdesk.ticketing.ticket.TicketJournal.Happening;
import dev.helpdesk.ticketing.ticket.Tickets;
import dev.helpdesk.ticketing.timeline.Action;
import dev.helpdesk.ticketing.timeline.NewEntry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Both ends of a link: locked in one order, and each told what happened as it sees it. */
@ApplicationScoped
class LinkEnds {
  private final Tickets tickets;
  private final TicketJournal journal;
  private final People people;
  private final Now now;

  LinkEnds(Tickets tickets, TicketJournal journal, People people, Now now) {
    this.tickets = tickets;
    this.journal = journal;
    this.people = people;
    this.now = now;
  }

  /** The ticket that was asked for, and the other one. */
  record Ends(SeenTicket here, SeenTicket there) {}

  /** What happened to which link; mirror is its relation seen from there. */
  record News(Action action, UUID linkId, String relation, String mirror) {
    Happening at(Actor actor, Ticket other, Set<UUID> audience) {
      NewEntry entry = NewEntry.aboutTicket(other.id(), action, relation);
      TicketRef ref = new TicketRef(other.id(), other.identity().key());
      return action == Action.LINKED
          ? new Happening(
              entry,
              (state, watchers) ->
                  new TicketLinked(
                      state, actor.id(), linkId, relation, ref, within(watchers, audience)))
          : new Happening(
              entry,
              (state, watchers) ->
                  new TicketUnlinked(
                      state, actor.id(), linkId, relation, ref, within(watchers, audience)));
    }

    News mirrored() {
      return new News(action, linkId, mirror, relation);
    }

    private static List<UUID> within(List<UUID> watchers, Set<UUID> audience) {
      return watchers.stream().filter(audience::contains).toList();
    }
  }

  Uni<Ends> lock(SqlConnection transaction, Actor actor, UUID here, UUID there) {
    return here.compareTo(there) < 0
        ? lockOne(transaction, actor, here)
            .chain(h -> lockOne(transaction, actor, there).map(t -> new Ends(h, t)))
        : lockOne(transaction, actor, there)
            .chain(t -> lockOne(transaction, actor, here).map(h -> new Ends(h, t)));
  }

  private Uni<SeenTicket> lockOne(SqlConnection transaction, Actor actor, UUID id) {
    return tickets.requireLocked(transaction, actor, TicketAddress.of(null, id.toString()));
  }

  Uni<Void> tell(SqlConnection transaction, Actor actor, Ends ends, News news) {
    return tell(transaction, actor, ends.here(), ends.there().ticket(), news)
        .chain(() -> tell(transaction, actor, ends.there(), ends.here().ticket(), news.mirrored()));
  }

  /** Only those hear of it who see the other end, too. */
  private Uni<Void> tell(
      SqlConnection transaction, Actor actor, SeenTicket seen, Ticket other, News news) {
    return people
        .seeing(transaction, other.identity().spaceId(), seen.watchers())
        .chain(
            audience ->
                journal.save(
                    transaction,
                    actor,
                    journal.begin(seen).telling(news.at(actor, other, audience), actor),
                    seen.ticket().notBefore(now.instant())));
  }
}
