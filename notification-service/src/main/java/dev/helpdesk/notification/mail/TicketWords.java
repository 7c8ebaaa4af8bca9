package dev.helpdesk.notification.mail;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happened to a ticket, in words. */
final class TicketWords {
  private static final Map<String, String> GERMAN_STATUS =
      Map.of(
          "open", "offen",
          "in_progress", "in Bearbeitung",
          "waiting", "wartet",
          "resolved", "gelöst",
          "closed", "geschlossen");

  private final Wording wording;

  TicketWords(Wording wording) {
    this.wording = wording;
  }

  String of(TicketNote note) {
    String actor = note.actor() == null ? "Helpdesk" : note.actor();
    return switch (note.type()) {
      case TICKET_CREATED ->
          wording.say("We have received your ticket.", "Wir haben Ihr Ticket erhalten.");
      case ASSIGNED ->
          actor
              + wording.say(
                  " assigned this ticket to you.", " hat Ihnen dieses Ticket zugewiesen.");
      case STATUS_CHANGED -> moved(actor, note);
      case MENTIONED -> actor + wording.say(" mentioned you:", " hat Sie erwähnt:");
      case SLA_DUE_SOON, SLA_BREACHED -> deadline(note);
      case CHAT_MESSAGE ->
          actor
              + wording.say(
                  " wrote to you in the private chat of this ticket.",
                  " hat Ihnen im privaten Chat dieses Tickets geschrieben.");
      default ->
          actor
              + (note.internal()
                  ? wording.say(" commented internally:", " hat intern kommentiert:")
                  : wording.say(" commented:", " hat kommentiert:"));
    };
  }

  private String moved(String actor, TicketNote note) {
    return actor
        + wording.say(" changed the status: ", " hat den Status geändert: ")
        + status(note.from())
        + " → "
        + status(note.to());
  }

  private String status(@Nullable String wire) {
    String name = wire == null ? "?" : wire;
    return wording.say(name, GERMAN_STATUS.getOrDefault(name, name));
  }

  private String deadline(TicketNote note) {
    boolean first = "first_response".equals(note.target());
    boolean over = note.type() == dev.helpdesk.notification.notice.NoticeType.SLA_BREACHED;
    String what =
        first
            ? wording.say("The time for a first response", "Die Zeit für eine erste Antwort")
            : wording.say("The time to resolve this ticket", "Die Zeit zur Lösung dieses Tickets");
    Instant due = note.dueAt();
    return what
        + (over
            ? wording.say(" is over since ", " ist vorbei seit ")
            : wording.say(" ends at ", " endet um "))
        + (due == null ? "?" : Wording.time(due))
        + ".";
  }
}
