package dev.helpdesk.ticketing.ticket;

import dev.helpdesk.contracts.ticket.FieldChange;
import dev.helpdesk.contracts.ticket.TicketAssigned;
import dev.helpdesk.contracts.ticket.TicketStatusChanged;
import dev.helpdesk.contracts.ticket.TicketUpdated;
import dev.helpdesk.kit.security.Actor;
import dev.helpdesk.ticketing.ticket.TicketJournal.Happening;
import dev.helpdesk.ticketing.timeline.Action;
import dev.helpdesk.ticketing.timeline.NewEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What happened, told from what the ticket's verbs changed: at most one of each kind. */
final class ChangeEvents {
  private ChangeEvents() {}

  static List<Happening> of(Ticket ticket, Actor actor, List<UUID> mentioned) {
    List<Happening> happenings = new ArrayList<>();
    List<FieldChange> others = others(ticket.changes());
    if (!others.isEmpty()) {
      happenings.add(updated(actor, others, mentioned));
    }
    FieldChange assignee = ticket.changes().get(Field.ASSIGNEE);
    if (assignee != null) {
      happenings.add(assigned(actor, assignee));
    }
    FieldChange status = ticket.changes().get(Field.STATUS);
    if (status != null) {
      happenings.add(moved(actor, status));
    }
    return happenings;
  }

  private static List<FieldChange> others(Map<Field, FieldChange> changes) {
    return changes.entrySet().stream()
        .filter(entry -> entry.getKey() != Field.STATUS && entry.getKey() != Field.ASSIGNEE)
        .map(Map.Entry::getValue)
        .toList();
  }

  private static Happening updated(Actor actor, List<FieldChange> changes, List<UUID> mentioned) {
    return new Happening(
        NewEntry.of(Action.UPDATED, changes),
        (state, watchers) -> new TicketUpdated(state, actor.id(), changes, watchers, mentioned));
  }

  private static Happening assigned(Actor actor, FieldChange change) {
    return new Happening(
        NewEntry.of(Action.ASSIGNED, List.of(change)),
        (state, watchers) ->
            new TicketAssigned(
                state, actor.id(), (UUID) change.from(), (UUID) change.to(), watchers));
  }

  private static Happening moved(Actor actor, FieldChange change) {
    return new Happening(
        NewEntry.of(Action.STATUS_CHANGED, List.of(change)),
        (state, watchers) ->
            new TicketStatusChanged(
                state,
                actor.id(),
                String.valueOf(change.from()),
                String.valueOf(change.to()),
                watchers));
  }
}
