package dev.helpdesk.ticketing.ticket;

import dev.helpdesk.kit.page.Listing;
import dev.helpdesk.kit.security.Actor;
import dev.helpdesk.kit.sql.Rows;
import dev.helpdesk.ticketing.directory.People;
import dev.helpdesk.ticketing.space.SeenSpace;
import dev.helpdesk.ticketing.space.SpaceSight;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns criteria into the one listing behind pages, exports and the list of breached tickets. */
@ApplicationScoped
class TicketListing {
  private static final String LATE = "t.status < 4 AND t.sla_late_at <= ?";
  private static final String NOT_LATE =
      "t.status >= 4 OR t.sla_late_at IS NULL OR t.sla_late_at > ?";

  private final Pool pool;
  private final People people;

  TicketListing(Pool pool, People people) {
    this.pool = pool;
    this.people = people;
  }

  Uni<Listing> of(Actor actor, @Nullable SeenSpace space, TicketCriteria wanted, Instant now) {
    Listing listing =
        new Listing(
            "tickets",
            TicketRow.COLUMNS,
            TicketRow.FROM,
            wanted.sort().id,
            wanted.sort().idType,
            wanted.sort().in(wanted.descending()));
    listing.binding(actor.id(), SpaceSight.seesAll(actor)).where(TicketRow.VISIBLE);
    if (space != null) {
      listing.where("t.space_key = ?", space.key());
    }
    addValues(listing, wanted);
    addTimes(listing, wanted, now);
    return addPeople(listing, "t.assignee_id", wanted.assignees(), actor)
        .chain(() -> addPeople(listing, "t.requester_id", wanted.requesters(), actor))
        .replaceWith(listing);
  }

  private static void addValues(Listing listing, TicketCriteria wanted) {
    if (wanted.text() != null && !wanted.text().isEmpty()) {
      String pattern = "%" + wanted.text().replaceAll("([\\\\%_])", "\\\\$1") + "%";
      listing.where("t.title ILIKE ? OR t.description ILIKE ?", pattern, pattern);
    }
    anyOf(listing, "t.status", wanted.statuses().stream().map(Status::rank).toList());
    anyOf(listing, "t.priority", wanted.priorities().stream().map(Level::rank).toList());
    anyOf(listing, "t.severity", wanted.severities().stream().map(Level::rank).toList());
    if (!wanted.categories().isEmpty()) {
      listing.where("t.category = ANY(?)", (Object) wanted.categories().toArray(String[]::new));
    }
    if (!wanted.tags().isEmpty()) {
      listing.where("t.tags && ?", (Object) wanted.tags().toArray(String[]::new));
    }
  }

  /** One value as an equality, because then an index yields the rows in the list's order. */
  private static void anyOf(Listing listing, String column, List<Short> ranks) {
    if (ranks.size() == 1) {
      listing.where(column + " = ?", ranks.get(0));
    } else if (!ranks.isEmpty()) {
      listing.where(column + " = ANY(?)", (Object) ranks.toArray(Short[]::new));
    }
  }

  private static void addTimes(Listing listing, TicketCriteria wanted, Instant now) {
    if (wanted.breached() != null) {
      Listing.Moving moment = new Listing.Moving(Rows.time(now));
      listing.where(wanted.breached() ? LATE : NOT_LATE, moment);
    }
    since(listing, "t.created_at >= ?", wanted.createdFrom());
    since(listing, "t.created_at < ?", wanted.createdTo());
    since(listing, "t.updated_at >= ?", wanted.updatedSince());
  }

  private static void since(Listing listing, String condition, @Nullable Instant moment) {
    if (moment != null) {
      listing.where(condition, moment.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
    }
  }

  private Uni<Void> addPeople(Listing listing, String column, List<String> names, Actor actor) {
    if (names.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<String> real =
        names.stream()
            .filter(name -> !name.equals("none"))
            .map(name -> name.equals("me") ? actor.id().toString() : name)
            .toList();
    return people
        .ids(pool, real)
        .invoke(ids -> addIds(listing, column, ids, names.contains("none")))
        .replaceWithVoid();
  }

  private static void addIds(Listing listing, String column, Set<UUID> ids, boolean orNobody) {
    String condition = column + " = ANY(?)" + (orNobody ? " OR " + column + " IS NULL" : "");
    listing.where(condition, (Object) ids.stream().sorted().toArray(UUID[]::new));
  }
}
