package dev.helpdesk.ticketing.ticket;

import dev.helpdesk.contracts.ticket.TicketEvent;
import dev.helpdesk.contracts.ticket.TicketState;
import dev.helpdesk.kit.outbox.Outbox;
import dev.helpdesk.kit.security.Actor;
import dev.helpdesk.ticketing.sla.SlaPolicies;
import dev.helpdesk.ticketing.timeline.NewEntry;
import dev.helpdesk.ticketing.timeline.Timeline;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * Saves a locked ticket with all that belongs to its change: watchers, timeline, events, counters,
 * in the transaction that locked it. The statements go out at once, one after the other.
 */
@ApplicationScoped
public class TicketJournal {
  private final TicketTable table;
  private final Timeline timeline;
  private final Outbox outbox;
  private final SlaPolicies policies;

  TicketJournal(TicketTable table, Timeline timeline, Outbox outbox, SlaPolicies policies) {
    this.table = table;
    this.timeline = timeline;
    this.outbox = outbox;
    this.policies = policies;
  }

  /** A line of the timeline and the event that tells the same, of the watchers at that time. */
  public record Happening(NewEntry entry, BiFunction<TicketState, List<UUID>, TicketEvent> event) {}

  /** What is to be saved: where the ticket stood before, what happened, who watches from now on. */
  public record Chapter(
      SeenTicket seen,
      Status before,
      boolean wasDeleted,
      List<Happening> happenings,
      Set<UUID> joining) {

    public Chapter joinedBy(Set<UUID> people) {
      return new Chapter(seen, before, wasDeleted, happenings, people);
    }

    /** That happened, and after it what the ticket's own verbs changed. */
    public Chapter telling(Happening first, Actor actor) {
      List<Happening> all = new ArrayList<>(List.of(first));
      all.addAll(ChangeEvents.of(seen.ticket(), actor, List.of()));
      return new Chapter(seen, before, wasDeleted, all, joining);
    }
  }

  /** To be called before anything is changed. */
  public Chapter begin(SeenTicket seen) {
    Ticket ticket = seen.ticket();
    return new Chapter(seen, ticket.status, ticket.deletedAt != null, List.of(), Set.of());
  }

  public Uni<Void> save(SqlConnection transaction, Actor actor, Chapter chapter, Instant now) {
    if (chapter.happenings().isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Ticket ticket = chapter.seen().ticket();
    return reckon(transaction, ticket).chain(() -> write(transaction, actor, chapter, now));
  }

  /** Whatever door a change comes through, the deadline follows it. */
  private Uni<Void> reckon(SqlConnection transaction, Ticket ticket) {
    return ticket.needsDeadline()
        ? policies
            .of(transaction, ticket.identity.spaceId())
            .invoke(ticket::dueBy)
            .replaceWithVoid()
        : Uni.createFrom().voidItem();
  }

  private Uni<Void> write(SqlConnection transaction, Actor actor, Chapter chapter, Instant now) {
    Ticket ticket = chapter.seen().ticket();
    List<Uni<Void>> steps = new ArrayList<>();
    steps.add(table.update(transaction, ticket));
    steps.add(table.watch(transaction, ticket.id(), chapter.joining(), now));
    steps.add(timeline.append(transaction, ticket.id(), actor.id(), now, entries(chapter)));
    steps.add(outbox.add(transaction, ticket.id().toString(), events(chapter)));
    steps.add(table.recount(transaction, ticket, chapter.before(), chapter.wasDeleted()));
    return Uni.join().all(steps).andFailFast().replaceWithVoid();
  }

  private static List<NewEntry> entries(Chapter chapter) {
    return chapter.happenings().stream().map(Happening::entry).toList();
  }

  private static List<TicketEvent> events(Chapter chapter) {
    TicketState state = TicketFacts.of(chapter.seen().ticket());
    return chapter.happenings().stream()
        .map(happening -> happening.event().apply(state, watchers(chapter, happening.entry())))
        .toList();
  }

  /** Those who join now may see it: that was checked when they were found. */
  private static List<UUID> watchers(Chapter chapter, NewEntry entry) {
    SeenTicket seen = chapter.seen();
    Set<UUID> all = new TreeSet<>(entry.internal() ? seen.staffWatchers() : seen.watchers());
    all.addAll(chapter.joining());
    return List.copyOf(all);
  }
}
