package dev.helpdesk.ticketing.agreement;

import dev.helpdesk.kit.security.Actor;
import dev.helpdesk.kit.sql.Transactions;
import dev.helpdesk.kit.web.IfMatch;
import dev.helpdesk.ticketing.agreement.PolicyTable.Stored;
import dev.helpdesk.ticketing.sla.SlaPolicies.Terms;
import dev.helpdesk.ticketing.space.SeenSpace;
import dev.helpdesk.ticketing.space.Spaces;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** What a space promises; its open tickets follow a change in the background. */
@ApplicationScoped
class PolicyService {
  private final Pool pool;
  private final Transactions transactions;
  private final Spaces spaces;
  private final PolicyTable table;

  PolicyService(Pool pool, Transactions transactions, Spaces spaces, PolicyTable table) {
    this.pool = pool;
    this.transactions = transactions;
    this.spaces = spaces;
    this.table = table;
  }

  Uni<PolicyView> get(Actor actor, String ref) {
    return spaces
        .require(pool, actor, ref)
        .chain(space -> table.find(pool, space.id()))
        .map(stored -> PolicyView.of(stored.terms(), stored.version()));
  }

  Uni<PolicyView> set(Actor actor, String ref, SetPolicy command, @Nullable IfMatch expected) {
    return transactions.run(
        transaction ->
            requireOwned(transaction, actor, ref)
                .chain(space -> set(transaction, actor, space, command, expected)));
  }

  private Uni<PolicyView> set(
      SqlConnection transaction,
      Actor actor,
      SeenSpace space,
      SetPolicy command,
      @Nullable IfMatch expected) {
    return table
        .lock(transaction, space.id())
        // Once more under the lock: the actor's rights may have gone meanwhile.
        .call(() -> requireOwned(transaction, actor, space.id().toString()))
        .invoke(stored -> IfMatch.check(expected, command.version(), stored.version()))
        .chain(stored -> change(transaction, space, stored, command.terms()));
  }

  private Uni<PolicyView> change(
      SqlConnection transaction, SeenSpace space, Stored stored, Terms terms) {
    return stored.terms().equals(terms)
        ? Uni.createFrom().item(PolicyView.of(terms, stored.version()))
        : table
            .change(transaction, space.id(), terms)
            .replaceWith(PolicyView.of(terms, stored.version() + 1));
  }

  private Uni<SeenSpace> requireOwned(SqlConnection transaction, Actor actor, String ref) {
    return spaces
        .require(transaction, actor, ref)
        .invoke(space -> SpaceOwners.require(space.standing()));
  }
}
