package dev.helpdesk.ticketing.space;

import dev.helpdesk.contracts.ticket.SpaceCreated;
import dev.helpdesk.contracts.ticket.SpaceDeleted;
import dev.helpdesk.contracts.ticket.SpaceEvent;
import dev.helpdesk.contracts.ticket.SpaceUpdated;
import dev.helpdesk.kit.idempotency.Created;
import dev.helpdesk.kit.idempotency.Idempotency;
import dev.helpdesk.kit.outbox.Outbox;
import dev.helpdesk.kit.security.Actor;
import dev.helpdesk.kit.web.IfMatch;
import dev.helpdesk.ticketing.sla.Now;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be done with spaces. */
@ApplicationScoped
class SpaceService {
  private final SpaceRepository spaces;
  private final MemberRepository members;
  private final Idempotency idempotency;
  private final Outbox outbox;
  private final Now now;

  SpaceService(
      SpaceRepository spaces,
      MemberRepository members,
      Idempotency idempotency,
      Outbox outbox,
      Now now) {
    this.spaces = spaces;
    this.members = members;
    this.idempotency = idempotency;
    this.outbox = outbox;
    this.now = now;
  }

  @WithTransaction
  Uni<Created<SpaceView>> create(Actor actor, CreateSpace command) {
    return idempotency.once(command, () -> open(actor, command));
  }

  private Uni<Created<SpaceView>> open(Actor actor, CreateSpace command) {
    String wanted = SpaceKey.of(command.name());
    return spaces
        .lockKeysLike(wanted)
        .map(taken -> Space.open(free(wanted, taken), command, actor.id(), now.instant()))
        .call(space -> spaces.add(space, new Member(space.id, actor.id(), MemberRole.OWNER)))
        .call(space -> tell(space, new SpaceCreated(space.state(), actor.id())))
        .map(SpaceView::from)
        .map(view -> Created.at("/api/v1/spaces/" + view.id(), view));
  }

  private static String free(String wanted, Set<String> taken) {
    return SpaceKey.free(wanted, taken);
  }

  @WithSession
  Uni<SpaceView> get(Actor actor, String ref) {
    return spaces.require(actor, ref).map(SpaceView::from);
  }

  @WithTransaction
  Uni<SpaceView> update(Actor actor, String ref, UpdateSpace command, @Nullable IfMatch expected) {
    return requireOwned(actor, ref)
        .invoke(space -> IfMatch.check(expected, command.version(), space.version))
        .call(space -> change(actor, space, command))
        .map(SpaceView::from);
  }

  private Uni<Void> change(Actor actor, Space space, UpdateSpace command) {
    return space.change(command, now.instant())
        ? spaces.flush().chain(() -> tell(space, new SpaceUpdated(space.state(), actor.id())))
        : Uni.createFrom().voidItem();
  }

  @WithTransaction
  Uni<Void> delete(Actor actor, String ref, @Nullable IfMatch expected) {
    return requireOwned(actor, ref)
        .invoke(space -> IfMatch.check(expected, null, space.version))
        .invoke(space -> space.delete(now.instant()))
        .call(spaces::flush)
        .chain(space -> tell(space, new SpaceDeleted(space.state(), actor.id())));
  }

  private Uni<Space> requireOwned(Actor actor, String ref) {
    return spaces
        .requireLocked(actor, ref)
        .call(space -> members.standing(actor, space).invoke(SpacePolicy::requireOwner));
  }

  private Uni<Void> tell(Space space, SpaceEvent event) {
    return outbox.add(space.id.toString(), event);
  }
}
