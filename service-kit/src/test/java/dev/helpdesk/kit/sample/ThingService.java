package dev.helpdesk.kit.sample;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.helpdesk.kit.idempotency.Created;
import dev.helpdesk.kit.idempotency.Idempotency;
import dev.helpdesk.kit.outbox.Outbox;
import dev.helpdesk.kit.page.Listing;
import dev.helpdesk.kit.page.Lists;
import dev.helpdesk.kit.page.Page;
import dev.helpdesk.kit.page.PageQuery;
import dev.helpdesk.kit.page.Sort;
import dev.helpdesk.kit.problem.ProblemException;
import dev.helpdesk.kit.security.Actor;
import dev.helpdesk.kit.web.IfMatch;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class ThingService {
  private final Outbox outbox;
  private final Idempotency idempotency;
  private final Lists lists;

  ThingService(Outbox outbox, Idempotency idempotency, Lists lists) {
    this.outbox = outbox;
    this.idempotency = idempotency;
    this.lists = lists;
  }

  @WithTransaction
  Uni<Created<ThingView>> create(Actor actor, CreateThing command) {
    return idempotency.once(command, () -> insert(actor, command));
  }

  private Uni<Created<ThingView>> insert(Actor actor, CreateThing command) {
    int rank = command.rank() == null ? 0 : command.rank();
    Thing thing = new Thing(UuidCreator.getTimeOrderedEpoch(), command.name(), rank, actor.id());
    return Panache.getSession()
        .chain(session -> session.persist(thing))
        .chain(
            () -> outbox.add(thing.id.toString(), new ThingMade(thing.id.toString(), thing.name)))
        .map(x -> Created.at("/api/v1/things/" + thing.id, ThingView.from(thing)));
  }

  @WithSession
  Uni<ThingView> get(UUID id) {
    return Panache.getSession()
        .chain(session -> session.find(Thing.class, id))
        .onItem()
        .ifNull()
        .failWith(ProblemException::notFound)
        .map(ThingView::from);
  }

  @WithTransaction
  Uni<ThingView> rename(UUID id, RenameThing command, @Nullable IfMatch expected) {
    return Panache.getSession()
        .chain(session -> session.find(Thing.class, id, LockModeType.PESSIMISTIC_WRITE))
        .onItem()
        .ifNull()
        .failWith(ProblemException::notFound)
        .invoke(thing -> IfMatch.check(expected, command.version(), thing.version))
        .invoke(thing -> thing.rename(command.name()))
        .call(thing -> outbox.add(id.toString(), new ThingMade(id.toString(), command.name())))
        .map(ThingView::from);
  }

  Uni<Page<ThingView>> list(PageQuery query, @Nullable String prefix, boolean descending) {
    Listing listing =
        new Listing(
            "things",
            "id, name, rank, version",
            "thing",
            "id",
            "uuid",
            new Sort("rank", "integer", descending));
    if (prefix != null) {
      listing.where("starts_with(name, ?)", prefix);
    }
    return lists.read(listing, query, ThingView::from);
  }
}
