package dev.helpdesk.ticketing.space;

import dev.helpdesk.contracts.ticket.SpaceMemberRemoved;
import dev.helpdesk.contracts.ticket.SpaceMemberSet;
import dev.helpdesk.contracts.ticket.SpaceUpdated;
import dev.helpdesk.kit.outbox.Outbox;
import dev.helpdesk.kit.problem.CommonError;
import dev.helpdesk.kit.problem.ProblemException;
import dev.helpdesk.kit.security.Actor;
import dev.helpdesk.ticketing.sla.Now;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who belongs to a space. The space's row is locked first, so that its last two owners cannot leave
 * at the same time.
 */
@ApplicationScoped
class MemberService {
  private final SpaceRepository spaces;
  private final MemberRepository members;
  private final Outbox outbox;
  private final Now now;

  MemberService(SpaceRepository spaces, MemberRepository members, Outbox outbox, Now now) {
    this.spaces = spaces;
    this.members = members;
    this.outbox = outbox;
    this.now = now;
  }

  @WithTransaction
  Uni<MemberView> set(Actor actor, String ref, String person, MemberRole role) {
    return requireOwned(actor, ref).chain(space -> set(actor, space, requireId(person), role));
  }

  private Uni<MemberView> set(Actor actor, Space space, UUID userId, MemberRole role) {
    return members
        .findPerson(userId)
        .onItem()
        .ifNull()
        .failWith(ProblemException::notFound)
        .call(() -> give(actor, space, userId, role))
        .map(person -> new MemberView(userId, person.name(), person.email(), role));
  }

  private Uni<Void> give(Actor actor, Space space, UUID userId, MemberRole role) {
    return members.find(space, userId).chain(member -> give(actor, space, member, userId, role));
  }

  private Uni<Void> give(
      Actor actor, Space space, @Nullable Member member, UUID userId, MemberRole role) {
    if (member != null && member.role == role) {
      return Uni.createFrom().voidItem();
    }
    Uni<Void> written =
        member == null
            ? members.persist(new Member(space.id, userId, role)).replaceWithVoid()
            : keepAnOwner(actor, space, member).invoke(() -> member.become(role));
    return written.chain(
        () ->
            outbox.add(
                space.id.toString(),
                new SpaceMemberSet(space.id, space.key, userId, role.wire(), actor.id())));
  }

  @WithTransaction
  Uni<Void> remove(Actor actor, String ref, String person) {
    return requireOwned(actor, ref)
        .chain(
            space ->
                members
                    .find(space, requireId(person))
                    .onItem()
                    .ifNull()
                    .failWith(ProblemException::notFound)
                    .chain(member -> remove(actor, space, member)));
  }

  private Uni<Void> remove(Actor actor, Space space, Member member) {
    return keepAnOwner(actor, space, member)
        .chain(() -> members.delete(member))
        .chain(
            () ->
                outbox.add(
                    space.id.toString(),
                    new SpaceMemberRemoved(space.id, space.key, member.key.userId(), actor.id())));
  }

  /** Before somebody stops to be an owner: another one must be left, and the space is theirs. */
  private Uni<Void> keepAnOwner(Actor actor, Space space, Member leaving) {
    if (leaving.role != MemberRole.OWNER) {
      return Uni.createFrom().voidItem();
    }
    return members.owners(space).chain(owners -> handOver(actor, space, leaving, owners));
  }

  private Uni<Void> handOver(Actor actor, Space space, Member leaving, List<Member> owners) {
    UUID heir =
        owners.stream()
            .map(owner -> owner.key.userId())
            .filter(id -> !id.equals(leaving.key.userId()))
            .min(UUID::compareTo)
            .orElseThrow(MemberService::lastOwner);
    boolean moves = space.ownerId.equals(leaving.key.userId());
    return moves && space.belongTo(heir, now.instant())
        ? spaces
            .flush()
            .chain(
                () -> outbox.add(space.id.toString(), new SpaceUpdated(space.state(), actor.id())))
        : Uni.createFrom().voidItem();
  }

  private static ProblemException lastOwner() {
    return new ProblemException(CommonError.CONFLICT, "A space keeps at least one owner.");
  }

  private Uni<Space> requireOwned(Actor actor, String ref) {
    return spaces
        .requireLocked(actor, ref)
        .call(space -> members.standing(actor, space).invoke(SpacePolicy::requireOwner));
  }

  private static UUID requireId(String text) {
    UUID id = SpaceRef.idIn(text);
    if (id == null) {
      throw ProblemException.notFound();
    }
    return id;
  }
}
