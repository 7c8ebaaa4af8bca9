package dev.helpdesk.ticketing.space;

import dev.helpdesk.kit.idempotency.Created;
import dev.helpdesk.kit.idempotency.Idempotency;
import dev.helpdesk.kit.page.Listing;
import dev.helpdesk.kit.page.Lists;
import dev.helpdesk.kit.page.Page;
import dev.helpdesk.kit.page.PageQuery;
import dev.helpdesk.kit.page.Sort;
import dev.helpdesk.kit.problem.ProblemException;
import dev.helpdesk.kit.security.Actor;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be done with spaces. */
@ApplicationScoped
class SpaceService {
  private static final Sort BY_NAME = new Sort("lower(s.name)", "text", false);

  private final SpaceRepository spaces;
  private final Idempotency idempotency;
  private final Lists lists;

  SpaceService(SpaceRepository spaces, Idempotency idempotency, Lists lists) {
    this.spaces = spaces;
    this.idempotency = idempotency;
    this.lists = lists;
  }

  @WithTransaction
  Uni<Created<SpaceView>> create(Actor actor, CreateSpace command) {
    return idempotency.once(command, () -> open(actor, command));
  }

  private Uni<Created<SpaceView>> open(Actor actor, CreateSpace command) {
    String wanted = SpaceKey.of(command.name());
    return spaces
        .lockKeysLike(wanted)
        .chain(taken -> persist(actor, command, wanted, taken))
        .map(SpaceView::from)
        .map(view -> Created.at("/api/v1/spaces/" + view.id(), view));
  }

  private static Uni<Space> persist(
      Actor actor, CreateSpace command, String wanted, Set<String> taken) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    Space space = Space.open(SpaceKey.free(wanted, taken), command, actor.id(), now);
    Member owner = new Member(space.id, actor.id(), MemberRole.OWNER);
    return Panache.getSession()
        .chain(session -> session.persistAll(space, owner).chain(session::flush))
        .replaceWith(space);
  }

  @WithSession
  Uni<SpaceView> get(Actor actor, String idOrKey) {
    return spaces
        .findVisible(actor, idOrKey)
        .onItem()
        .ifNull()
        .failWith(ProblemException::notFound)
        .map(SpaceView::from);
  }

  Uni<Page<SpaceView>> list(Actor actor, @Nullable String search, PageQuery page) {
    Listing listing =
        new Listing(
            "spaces",
            "s." + SpaceView.COLUMNS.replace(", ", ", s."),
            "space s",
            "s.id",
            "uuid",
            BY_NAME);
    SpacePolicy.onlyVisible(listing, actor);
    if (search != null && !search.isBlank()) {
      listing.where("position(lower(?) IN lower(s.name)) > 0", search);
    }
    return lists.read(listing, page, SpaceView::from);
  }
}
