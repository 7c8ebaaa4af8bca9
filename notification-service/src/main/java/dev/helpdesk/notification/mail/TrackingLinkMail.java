package dev.helpdesk.notification.mail;

import dev.helpdesk.contracts.intake.TrackingLinkIssued;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;

/** The mail with the link by which somebody without an account follows their ticket. */
@RegisterForReflection
public record TrackingLinkMail(String name, String ticketId, String title, String token)
    implements MailContent {

  public static TrackingLinkMail of(TrackingLinkIssued event) {
    return new TrackingLinkMail(
        event.name(), event.ticketId(), event.title(), event.trackingToken());
  }

  Mail mail(Wording wording, Links links, Map<String, String> headers) {
    Letter letter =
        new Letter(
            wording.language(),
            TicketMail.subject(ticketId, title),
            title,
            List.of(
                new Letter.Item(
                    wording.say("Hello ", "Guten Tag ")
                        + name
                        + wording.say(
                            ", we have received your ticket. Follow it and answer through this link:",
                            ", wir haben Ihr Ticket erhalten. Über diesen Link können Sie es verfolgen und antworten:"),
                    null)),
            wording.say("Follow the ticket", "Ticket verfolgen"),
            links.tracking(token),
            wording.say(
                "Whoever has this link can read and answer: keep it to yourself.",
                "Wer diesen Link hat, kann mitlesen und antworten: behalten Sie ihn für sich."),
            null,
            null);
    return LetterMail.of(letter, headers);
  }

  /** Never the token. */
  @Override
  public String toString() {
    return "TrackingLinkMail";
  }
}
