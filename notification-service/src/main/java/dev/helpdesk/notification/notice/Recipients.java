package dev.helpdesk.notification.notice;

import dev.helpdesk.contracts.ticket.ChatMessageSent;
import dev.helpdesk.contracts.ticket.PersonRef;
import dev.helpdesk.contracts.ticket.TicketAssigned;
import dev.helpdesk.contracts.ticket.TicketCommentEdited;
import dev.helpdesk.contracts.ticket.TicketCommented;
import dev.helpdesk.contracts.ticket.TicketCreated;
import dev.helpdesk.contracts.ticket.TicketEvent;
import dev.helpdesk.contracts.ticket.TicketSlaBreached;
import dev.helpdesk.contracts.ticket.TicketSlaDueSoon;
import dev.helpdesk.contracts.ticket.TicketStatusChanged;
import dev.helpdesk.contracts.ticket.TicketUpdated;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of an event and why, weightiest reason first. Lists of people in an event were made
 * by who knows what they may see, at the event's version; nobody is added to them here.
 */
public final class Recipients {
  private final Map<UUID, List<Reason>> reasons = new LinkedHashMap<>();
  private final @Nullable UUID actor;

  private Recipients(@Nullable UUID actor) {
    this.actor = actor;
  }

  public static Map<UUID, List<Reason>> of(TicketEvent event) {
    Recipients recipients = new Recipients(event.actorId());
    recipients.collect(event);
    return recipients.reasons;
  }

  private void collect(TicketEvent event) {
    if (event instanceof TicketCreated created) {
      filed(created);
    } else if (event instanceof TicketAssigned assigned) {
      tell(assigned.to(), NoticeType.ASSIGNED, true);
    } else if (event instanceof TicketStatusChanged moved) {
      tell(moved.watchers(), NoticeType.STATUS_CHANGED);
    } else if (event instanceof TicketCommented commented) {
      tell(commented.mentioned(), NoticeType.MENTIONED);
      tell(commented.watchers(), NoticeType.COMMENTED);
    } else if (event instanceof TicketUpdated updated) {
      tell(updated.mentioned(), NoticeType.MENTIONED);
    } else if (event instanceof TicketCommentEdited edited) {
      tell(edited.mentioned(), NoticeType.MENTIONED);
    } else if (event instanceof TicketSlaDueSoon due) {
      responsible(due, due.owners(), NoticeType.SLA_DUE_SOON);
    } else if (event instanceof TicketSlaBreached breached) {
      responsible(breached, breached.owners(), NoticeType.SLA_BREACHED);
    } else if (event instanceof ChatMessageSent said && said.recipient() != null) {
      tell(said.recipient().id(), NoticeType.CHAT_MESSAGE, true);
    }
  }

  /** The confirmation also goes to who filed it themselves; staff hears of it without a mail. */
  private void filed(TicketCreated created) {
    add(created.ticket().requester().id(), NoticeType.TICKET_CREATED, true);
    PersonRef assignee = created.ticket().assignee();
    if (assignee != null) {
      tell(assignee.id(), NoticeType.ASSIGNED, true);
    }
    tell(created.mentioned(), NoticeType.MENTIONED);
    created.staff().forEach(id -> tell(id, NoticeType.TICKET_CREATED, false));
  }

  private void responsible(TicketEvent event, List<UUID> owners, NoticeType type) {
    PersonRef assignee = event.ticket().assignee();
    tell(assignee == null ? owners : List.of(assignee.id()), type);
  }

  private void tell(Collection<UUID> people, NoticeType type) {
    people.forEach(id -> tell(id, type, true));
  }

  private void tell(@Nullable UUID person, NoticeType type, boolean byMail) {
    if (person != null && !person.equals(actor)) {
      add(person, type, byMail);
    }
  }

  private void add(UUID person, NoticeType type, boolean byMail) {
    reasons.computeIfAbsent(person, id -> new ArrayList<>()).add(new Reason(type, byMail));
  }
}
