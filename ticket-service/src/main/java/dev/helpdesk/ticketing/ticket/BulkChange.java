package dev.helpdesk.ticketing.ticket;

import dev.helpdesk.kit.problem.FailureTranslator;
import dev.helpdesk.kit.security.Actor;
import dev.helpdesk.ticketing.ticket.BulkResults.Result;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Changes many tickets, one after the other, each in a transaction of its own. */
@ApplicationScoped
class BulkChange {
  private final ChangeTicket change;
  private final FailureTranslator failures;

  BulkChange(ChangeTicket change, FailureTranslator failures) {
    this.change = change;
    this.failures = failures;
  }

  Uni<BulkResults> patch(Actor actor, BulkPatch command) {
    return Multi.createFrom()
        .iterable(command.ids())
        .onItem()
        .transformToUniAndConcatenate(id -> patch(actor, id, command.patch()))
        .collect()
        .asList()
        .map(BulkResults::new);
  }

  private Uni<Result> patch(Actor actor, String id, PatchTicket patch) {
    return change
        .patch(actor, TicketAddress.of(null, id), patch, null)
        .map(Result::of)
        .onFailure()
        .recoverWithItem(failure -> Result.of(id, failures.translate(failure)));
  }
}
