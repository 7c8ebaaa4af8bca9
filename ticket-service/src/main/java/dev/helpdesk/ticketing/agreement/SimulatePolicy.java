package dev.helpdesk.ticketing.agreement;

import dev.helpdesk.kit.security.Actor;
import dev.helpdesk.ticketing.agreement.OpenTickets.OpenTicket;
import dev.helpdesk.ticketing.sla.Deadline;
import dev.helpdesk.ticketing.sla.Now;
import dev.helpdesk.ticketing.sla.SlaPolicies.Terms;
import dev.helpdesk.ticketing.sla.SlaPolicy;
import dev.helpdesk.ticketing.space.SeenSpace;
import dev.helpdesk.ticketing.space.Spaces;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tries a policy on a space's open tickets and changes nothing. */
@ApplicationScoped
class SimulatePolicy {
  private static final int MOST_EXAMINED = 5_000;
  private static final int MOST_SHOWN = 100;

  private final Pool pool;
  private final Spaces spaces;
  private final OpenTickets tickets;
  private final Now now;

  SimulatePolicy(Pool pool, Spaces spaces, OpenTickets tickets, Now now) {
    this.pool = pool;
    this.spaces = spaces;
    this.tickets = tickets;
    this.now = now;
  }

  Uni<Simulation> simulate(Actor actor, String ref, SetPolicy command) {
    return spaces
        .require(pool, actor, ref)
        .invoke(space -> SpaceOwners.require(space.standing()))
        .chain(space -> simulate(space, command.terms()));
  }

  private Uni<Simulation> simulate(SeenSpace space, Terms terms) {
    SlaPolicy policy = SlaPolicy.of(terms.targets(), terms.calendar(), 0);
    return tickets
        .after(pool, space.key(), 0, MOST_EXAMINED + 1)
        .map(found -> simulation(space, policy, found));
  }

  private Simulation simulation(SeenSpace space, SlaPolicy policy, List<OpenTicket> found) {
    Instant at = now.instant();
    boolean complete = found.size() <= MOST_EXAMINED;
    List<OpenTicket> examined = complete ? found : found.subList(0, MOST_EXAMINED);
    List<Simulation.Change> changes =
        examined.stream()
            .map(ticket -> change(space, policy, ticket, at))
            .filter(change -> !change.slaDueAt().equals(change.newSlaDueAt()))
            .toList();
    return new Simulation(
        examined.size(),
        complete,
        changes.size(),
        count(changes, false),
        count(changes, true),
        changes.stream().limit(MOST_SHOWN).toList());
  }

  private static Simulation.Change change(
      SeenSpace space, SlaPolicy policy, OpenTicket ticket, Instant at) {
    Deadline deadline = policy.deadline(ticket.facts());
    return new Simulation.Change(
        space.key() + "-" + ticket.number(),
        ticket.title(),
        ticket.priority(),
        ticket.dueAt(),
        deadline.dueAt(),
        hasCome(ticket.lateAt(), at),
        hasCome(deadline.lateAt(), at));
  }

  private static boolean hasCome(@Nullable Instant moment, Instant at) {
    return moment != null && !moment.isAfter(at);
  }

  /** Those whose breach begins or ends with the policy. */
  private static int count(List<Simulation.Change> changes, boolean before) {
    return (int)
        changes.stream()
            .filter(change -> change.breached() == before && change.newBreached() != before)
            .count();
  }
}
