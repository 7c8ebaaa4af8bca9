package dev.helpdesk.kit.sample;

import dev.helpdesk.kit.idempotency.Created;
import dev.helpdesk.kit.security.Actor;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** A use case made of another one: its transaction is the outer one of two. */
@ApplicationScoped
class PairService {
  private final ThingService things;

  PairService(ThingService things) {
    this.things = things;
  }

  @WithTransaction
  Uni<ThingView> make(Actor actor, CreateThing command) {
    return things
        .create(actor, command)
        .chain(() -> things.create(actor, second(command)))
        .map(Created::view);
  }

  private static CreateThing second(CreateThing first) {
    return new CreateThing(first.name() + "-b", first.rank(), first.due(), first.tags());
  }
}
