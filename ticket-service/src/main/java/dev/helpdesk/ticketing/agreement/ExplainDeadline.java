package dev.helpdesk.ticketing.agreement;

import dev.helpdesk.kit.security.Actor;
import dev.helpdesk.ticketing.sla.Interval;
import dev.helpdesk.ticketing.sla.Now;
import dev.helpdesk.ticketing.sla.SlaPolicies;
import dev.helpdesk.ticketing.sla.SlaPolicy;
import dev.helpdesk.ticketing.sla.SlaPolicy.Facts;
import dev.helpdesk.ticketing.ticket.Ticket;
import dev.helpdesk.ticketing.ticket.TicketAddress;
import dev.helpdesk.ticketing.ticket.Tickets;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says how a ticket's deadline came about, by the policy that it is from. */
@ApplicationScoped
class ExplainDeadline {
  private static final int MOST_INTERVALS = 1_000;

  private final Pool pool;
  private final Tickets tickets;
  private final SlaPolicies policies;
  private final Now now;

  ExplainDeadline(Pool pool, Tickets tickets, SlaPolicies policies, Now now) {
    this.pool = pool;
    this.tickets = tickets;
    this.policies = policies;
    this.now = now;
  }

  Uni<TicketSla> explain(Actor actor, TicketAddress address) {
    return tickets.requireWhole(pool, actor, address).chain(seen -> explain(seen.ticket()));
  }

  private Uni<TicketSla> explain(Ticket ticket) {
    return policies
        .of(pool, ticket.identity().spaceId(), ticket.slaVersion())
        .map(policy -> explain(ticket, policy, now.instant()));
  }

  static TicketSla explain(Ticket ticket, SlaPolicy policy, Instant at) {
    Facts facts = ticket.slaFacts();
    List<Interval> intervals = policy.explain(facts, ticket.deadline().dueAt(), MOST_INTERVALS + 1);
    boolean complete = intervals.size() <= MOST_INTERVALS;
    return new TicketSla(
        ticket.identity().key(),
        ticket.status(),
        ticket.priority(),
        facts.slaMinutes(),
        ticket.slaVersion(),
        facts.course().createdAt(),
        resolution(ticket, policy, at),
        firstResponse(ticket, policy, at),
        complete ? intervals : intervals.subList(0, MOST_INTERVALS),
        complete);
  }

  private static TicketSla.Resolution resolution(Ticket ticket, SlaPolicy policy, Instant at) {
    Facts facts = ticket.slaFacts();
    Instant until = facts.settledAt() == null ? at : facts.settledAt();
    long target = policy.minutes(facts) * 60L;
    long counted = policy.counted(facts, until) / 1000;
    return new TicketSla.Resolution(
        policy.minutes(facts),
        ticket.deadline().dueAt(),
        ticket.deadline().soonAt(),
        counted,
        target - counted,
        facts.course().isWaiting(),
        ticket.isBreached(at));
  }

  /**
   * An answer that is still owed is late as soon as its time is over, an answer if it came after.
   */
  private static TicketSla.@Nullable FirstResponse firstResponse(
      Ticket ticket, SlaPolicy policy, Instant at) {
    Facts facts = ticket.slaFacts();
    Instant dueAt = policy.firstResponseDueAt(facts);
    Integer minutes = policy.firstResponseMinutes(facts);
    if (dueAt == null || minutes == null) {
      return null;
    }
    Instant answered = ticket.firstResponseAt();
    Instant stopped = facts.stoppedAt() == null ? at : facts.stoppedAt();
    Instant until = answered == null ? stopped : answered;
    return new TicketSla.FirstResponse(minutes, dueAt, answered, !dueAt.isAfter(until));
  }
}
