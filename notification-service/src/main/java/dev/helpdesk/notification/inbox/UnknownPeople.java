package dev.helpdesk.notification.inbox;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.helpdesk.contracts.ticket.ChatMessageSent;
import dev.helpdesk.contracts.ticket.PersonRef;
import dev.helpdesk.contracts.ticket.TicketEvent;
import dev.helpdesk.kit.problem.ProblemException;
import dev.helpdesk.notification.preference.Reader;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * People of whom we have not heard yet, because user and ticket events travel apart. Who is named
 * in the event with an address is told there; for the others the event waits a moment, once.
 */
@ApplicationScoped
class UnknownPeople {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String LANGUAGE = "en";

  private final Cache<UUID, Instant> missedSince =
      Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(Duration.ofHours(1)).build();

  Map<UUID, Reader> fill(Map<UUID, Reader> found, Set<UUID> wanted, TicketEvent event) {
    Map<UUID, Reader> known = new HashMap<>(found);
    named(event)
        .filter(person -> isUnknown(known, person.id()))
        .forEach(person -> known.put(person.id(), reader(person)));
    // A guest has the link to the ticket by a mail of its own, so that is their confirmation.
    PersonRef requester = event.ticket().requester();
    if (event.actorId() == null && isUnknown(found, requester.id())) {
      known.remove(requester.id());
    }
    wanted.stream()
        .filter(id -> !id.equals(requester.id()) && isUnknown(known, id))
        .forEach(this::waitFor);
    return known;
  }

  private static Stream<PersonRef> named(TicketEvent event) {
    return Stream.of(
            Stream.ofNullable(event.ticket().requester()),
            Stream.ofNullable(event.ticket().assignee()),
            event instanceof ChatMessageSent said
                ? Stream.of(said.sender())
                : Stream.<PersonRef>empty())
        .flatMap(people -> people);
  }

  private static boolean isUnknown(Map<UUID, Reader> known, UUID id) {
    Reader reader = known.get(id);
    return reader == null || !reader.isKnown();
  }

  /** Fails in a way that makes the inbox try the event again. */
  private void waitFor(UUID id) {
    Instant since = missedSince.get(id, key -> Instant.now());
    if (since.plus(PATIENCE).isAfter(Instant.now())) {
      throw ProblemException.unavailable("A person of the event is not known yet.");
    }
  }

  private static Reader reader(PersonRef person) {
    return new Reader(
        person.id(), person.name(), person.email(), LANGUAGE, 0, Set.of(), Set.of(), true);
  }
}
