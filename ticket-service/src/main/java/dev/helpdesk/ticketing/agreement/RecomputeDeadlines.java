package dev.helpdesk.ticketing.agreement;

import dev.helpdesk.ticketing.agreement.OpenTickets.OpenTicket;
import dev.helpdesk.ticketing.agreement.OpenTickets.Reckoned;
import dev.helpdesk.ticketing.agreement.PolicyTable.Job;
import dev.helpdesk.ticketing.sla.SlaPolicies;
import dev.helpdesk.ticketing.sla.SlaPolicy;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Lets the open tickets of a space follow its new policy, a batch a transaction. How far it came is
 * written in the same transaction, so that whoever goes on begins there; one replica at a time
 * works on a space.
 */
@ApplicationScoped
class RecomputeDeadlines {
  private final Pool pool;
  private final PolicyTable table;
  private final OpenTickets tickets;
  private final SlaPolicies policies;
  private final SlaSettings settings;

  RecomputeDeadlines(
      Pool pool,
      PolicyTable table,
      OpenTickets tickets,
      SlaPolicies policies,
      SlaSettings settings) {
    this.pool = pool;
    this.table = table;
    this.tickets = tickets;
    this.policies = policies;
    this.settings = settings;
  }

  @Scheduled(
      every = "${helpdesk.sla.poll:1s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> recompute() {
    return batch().chain(more -> more ? recompute() : Uni.createFrom().voidItem());
  }

  /** False where there was nothing to do. */
  Uni<Boolean> batch() {
    return pool.withTransaction(
        transaction ->
            table
                .claim(transaction)
                .chain(
                    job ->
                        job == null
                            ? Uni.createFrom().item(false)
                            : work(transaction, job).replaceWith(true)));
  }

  private Uni<Void> work(SqlConnection transaction, Job job) {
    SlaPolicy policy = policies.policy(job.terms(), job.version());
    return tickets
        .lockAfter(transaction, job.spaceKey(), job.number(), settings.batch())
        .call(found -> tickets.update(transaction, reckon(found, policy), job.version()))
        .chain(found -> proceed(transaction, job, found));
  }

  private static List<Reckoned> reckon(List<OpenTicket> found, SlaPolicy policy) {
    return found.stream()
        .map(ticket -> new Reckoned(ticket.id(), policy.deadline(ticket.facts())))
        .toList();
  }

  private Uni<Void> proceed(SqlConnection transaction, Job job, List<OpenTicket> found) {
    return found.size() < settings.batch()
        ? table.finish(transaction, job.spaceId())
        : table.advance(transaction, job.spaceId(), found.get(found.size() - 1).number());
  }
}
