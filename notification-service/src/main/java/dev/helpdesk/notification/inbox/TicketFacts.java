package dev.helpdesk.notification.inbox;

import dev.helpdesk.contracts.ticket.CommentState;
import dev.helpdesk.contracts.ticket.FieldChange;
import dev.helpdesk.contracts.ticket.TicketCommentEdited;
import dev.helpdesk.contracts.ticket.TicketCommented;
import dev.helpdesk.contracts.ticket.TicketCreated;
import dev.helpdesk.contracts.ticket.TicketEvent;
import dev.helpdesk.contracts.ticket.TicketSlaBreached;
import dev.helpdesk.contracts.ticket.TicketSlaDueSoon;
import dev.helpdesk.contracts.ticket.TicketState;
import dev.helpdesk.contracts.ticket.TicketStatusChanged;
import dev.helpdesk.contracts.ticket.TicketUpdated;
import dev.helpdesk.notification.delivery.Cause;
import dev.helpdesk.notification.delivery.TicketPlace;
import dev.helpdesk.notification.inapp.Happened;
import dev.helpdesk.notification.mail.TicketNote;
import dev.helpdesk.notification.notice.NoticeType;
import dev.helpdesk.notification.preference.Readers;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an event tells, in the forms in which it is passed on. */
record TicketFacts(UUID id, Instant time, TicketEvent event) {
  private static final int LONGEST_TEXT = 20_000;
  private static final int LONGEST_EXCERPT = 280;

  private TicketState ticket() {
    return event.ticket();
  }

  Readers.Matter matter() {
    return new Readers.Matter(ticket().spaceId(), ticket().id(), isInternal(), time);
  }

  Cause cause() {
    TicketPlace place =
        new TicketPlace(ticket().id(), ticket().ticketId(), ticket().spaceId(), isInternal());
    return new Cause(id, time, place);
  }

  Happened happened(@Nullable String actorName) {
    return new Happened(
        id,
        time,
        ticket().id(),
        ticket().ticketId(),
        ticket().spaceId(),
        isInternal(),
        ticket().title(),
        event.actorId(),
        actorName,
        summary());
  }

  TicketNote note(NoticeType type, @Nullable String actorName) {
    TicketStatusChanged moved = event instanceof TicketStatusChanged m ? m : null;
    String text = text();
    return new TicketNote(
        type,
        ticket().ticketId(),
        ticket().title(),
        actorName,
        text == null ? null : cut(text, LONGEST_TEXT),
        isInternal(),
        moved == null ? null : moved.from(),
        moved == null ? null : moved.to(),
        target(),
        dueAt());
  }

  private @Nullable CommentState comment() {
    if (event instanceof TicketCommented commented) {
      return commented.comment();
    }
    return event instanceof TicketCommentEdited edited ? edited.comment() : null;
  }

  private boolean isInternal() {
    CommentState comment = comment();
    return comment != null && !comment.visibility().equals("public");
  }

  private @Nullable String text() {
    CommentState comment = comment();
    if (comment != null) {
      return comment.body();
    }
    if (event instanceof TicketUpdated updated) {
      return updated.changes().stream()
          .filter(change -> change.field().equals("description"))
          .map(FieldChange::to)
          .map(String::valueOf)
          .findFirst()
          .orElse(null);
    }
    return event instanceof TicketCreated created ? created.description() : null;
  }

  private @Nullable String summary() {
    if (event instanceof TicketStatusChanged moved) {
      return moved.from() + " → " + moved.to();
    }
    Instant dueAt = dueAt();
    if (dueAt != null) {
      return target() + ": " + dueAt;
    }
    String text = text();
    return text == null ? null : cut(text, LONGEST_EXCERPT);
  }

  private @Nullable String target() {
    if (event instanceof TicketSlaDueSoon due) {
      return due.target();
    }
    return event instanceof TicketSlaBreached breached ? breached.target() : null;
  }

  private @Nullable Instant dueAt() {
    if (event instanceof TicketSlaDueSoon due) {
      return due.dueAt();
    }
    return event instanceof TicketSlaBreached breached ? breached.dueAt() : null;
  }

  private static String cut(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most)) + " …";
  }
}
